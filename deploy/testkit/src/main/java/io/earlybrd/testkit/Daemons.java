package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Threads that keep no JVM alive. */
final class Daemons {

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
     */
    static void close(ServerSocket listener, Thread accepting) {
        try {
            listener.close();
            accepting.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
