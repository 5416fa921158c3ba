package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;

/** Threads that keep no JVM alive. */
final class Daemons {

    private static final Duration NOTICES_WITHIN = Duration.ofSeconds(30);

    private Daemons() {}

    static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Closes a listener and waits for the thread that accepts its connections: while that thread has not noticed, the system
     * still takes connections.
     *
     * @throws IllegalStateException if it does not notice
     */
    static void close(ServerSocket listener, Thread accepting) {
        try {
            listener.close();
            accepting.join(NOTICES_WITHIN.toMillis());
            if (accepting.isAlive()) {
                throw new IllegalStateException("thread " + accepting.getName() + " still accepts connections "
                        + NOTICES_WITHIN.toSeconds() + " s after its listener was closed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
