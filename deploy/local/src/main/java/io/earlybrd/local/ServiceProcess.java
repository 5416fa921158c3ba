package io.earlybrd.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The process of one service, which may end and be started again. What it does now is told without waiting for a start. */
final class ServiceProcess {

    private static final long POLL_MILLIS = 100;
    private static final int LOG_LINES = 20;

    /** A process that waits for a disk does not end before the disk answers. */
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final BooleanSupplier ready;
    private volatile Launch launch;
    private volatile Process process;
    private volatile boolean wanted;

    /**
     * @param name what people call it
     * @param ready whether it serves now
     */
    ServiceProcess(String name, Launch launch, BooleanSupplier ready) {
        this.name = name;
        this.launch = launch;
        this.ready = ready;
    }

    String name() {
        return name;
    }

    /** Whether the process runs, be it ready or not. */
    boolean running() {
        Process known = process;
        return known != null && known.isAlive();
    }

    /** Whether it is to run: it was started, and nobody has stopped it. */
    boolean wanted() {
        return wanted;
    }

    /** Id of the process, also when it has ended. */
    long pid() {
        return process.pid();
    }

    /** What it ended with; 128 and the signal's number if that was a signal. */
    int exitCode() {
        return process.exitValue();
    }

    /** From the next start on it is started like this. */
    void change(Launch next) {
        launch = next;
    }

    Launch launch() {
        return launch;
    }

    /** Starts the process; does nothing if it runs. */
    synchronized void start() {
        wanted = true;
        if (running()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            // Standard input stays a pipe, whose end tells the child that we are gone.
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it serves.
     *
     * @throws StartFailure if it ends instead or takes too long; the message holds the end of its log
     */
    void awaitReady(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(POLL_MILLIS)) {
                throw failure("ended with code " + exitCode());
            }
            if (System.nanoTime() > deadline) {
                throw failure("was not ready after " + atMost.toSeconds() + " s");
            }
        }
    }

    /** Asks it to end, waits, and kills it if it takes too long. It is not wanted any more. */
    void stop(Duration patience) {
        synchronized (this) {
            wanted = false;
            if (!running()) {
                return;
            }
            process.destroy();
        }
        if (!endsWithin(patience.toMillis())) {
            kill();
        }
    }

    /**
     * Ends it at once, as a crash does.
     *
     * @throws StartFailure if the system does not let it end
     */
    void kill() {
        if (running()) {
            process.destroyForcibly();
            if (!endsWithin(KILLED_WITHIN.toMillis())) {
                throw new StartFailure(
                        "The " + name + " service, process " + pid() + ", does not end, though it was killed.");
            }
        }
    }

    private boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for " + name + ".", e);
        }
    }

    private StartFailure failure(String what) {
        return new StartFailure("The " + name + " service " + what + ". The end of its log, " + launch.log() + ":\n"
                + LogFiles.tail(launch.log(), LOG_LINES));
    }
}
