package io.earlybrd.testkit;

import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * The process of a server that is stopped and started again. A start may take long; meanwhile anybody can ask how things
 * are, and end the process, without waiting for that start.
 */
final class RestartableServer {

    private final String name;
    private final String stopSignal;
    private volatile ServerProcess process;
    private volatile boolean wanted;
    private volatile boolean closed;

    /**
     * @param name what error messages call it
     * @param stopSignal what makes it end in order, such as {@code TERM}
     */
    RestartableServer(String name, String stopSignal) {
        this.name = name;
        this.stopSignal = stopSignal;
    }

    /** Takes in hand what somebody else has started. */
    void attach(ServerProcess running) {
        process = running;
    }

    /** Whether the process runs, be it ready or not. */
    boolean running() {
        ServerProcess known = process;
        return known != null && known.running();
    }

    /** Id of the process, also when it has ended. */
    long pid() {
        return process.pid();
    }

    /**
     * Ends the process that runs, starts another one and waits until it serves. One thread at a time does so.
     *
     * @param launch starts the process
     * @param ready whether the process of this id serves
     * @throws IllegalStateException if it ends before it serves, takes too long, or is stopped meanwhile
     */
    synchronized void restart(Supplier<ServerProcess> launch, LongPredicate ready) {
        stop();
        wanted = true;
        requireWanted();
        ServerProcess started = launch.get();
        process = started;
        if (!wanted()) {
            // Whoever stopped it before the line above saw no process.
            started.end(stopSignal);
        }
        try {
            started.awaitReady(name, () -> ready.test(started.pid()));
        } catch (IllegalStateException e) {
            started.end("KILL");
            requireWanted();
            throw e;
        }
    }

    /** Stops it in order; does nothing when it does not run. */
    void stop() {
        end(stopSignal);
    }

    /** Stops it in order, for good: no start succeeds any more. */
    void close() {
        closed = true;
        stop();
    }

    /** Ends it by a signal; does nothing when it does not run. */
    void end(String signal) {
        wanted = false;
        ServerProcess known = process;
        if (known != null) {
            known.end(signal);
        }
    }

    private boolean wanted() {
        return wanted && !closed;
    }

    private void requireWanted() {
        if (!wanted()) {
            throw new IllegalStateException(name + " was stopped before it was ready");
        }
    }
}
