package io.earlybrd.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs the system until it is told to stop. Started by the script {@code deploy/local/up}, which finds Java and builds. */
public final class Up {

    private static final System.Logger LOG = System.getLogger(Up.class.getName());

    private final Terminal terminal;
    private volatile boolean stopping;

    private Up(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The only argument is {@code --fresh}. System properties: {@code earlybrd.local} is the folder, {@code earlybrd.terminal}
     * tells that a person looks on, {@code earlybrd.parent} is the process to end with, {@code earlybrd.began} is when the
     * start began, in milliseconds.
     */
    public static void main(String[] args) {
        SystemOptions options =
                SystemOptions.in(Path.of(System.getProperty("earlybrd.local"))).demo();
        if (List.of(args).contains("--fresh")) {
            options.fresh();
        }
        run(options);
    }

    /** Runs a system, supervised, and does not return. */
    static void run(SystemOptions options) {
        Up up = new Up(new Terminal(System.out, Boolean.getBoolean("earlybrd.terminal")));
        try {
            up.start(options.progress(up.terminal).supervised());
            awaitTheEnd();
        } catch (StartFailure e) {
            up.fail(e.getMessage(), e);
        } catch (RuntimeException e) {
            up.fail("The start failed in a way that was not foreseen: " + e, e);
        }
    }

    private void start(SystemOptions options) {
        Installation installation = Installation.prepare(options);
        installation.requireMemory();
        LocalSystem system = LocalSystem.of(installation);
        Shutdown.runs(() -> stop(system));
        Long parent = Long.getLong("earlybrd.parent");
        if (parent != null) {
            Shutdown.whenEnds(parent);
        }
        system.start();
        Duration took = Duration.between(
                Instant.ofEpochMilli(Long.getLong("earlybrd.began", System.currentTimeMillis())), Instant.now());
        terminal.show(Welcome.screen(system, installation.folder(), took));
        markReady(installation.folder().run("ready"), took);
    }

    /** All other threads are daemons. */
    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(LocalSystem system) {
        stopping = true;
        system.close();
        terminal.close();
        terminal.show("Stopped.");
    }

    private void fail(String message, RuntimeException failure) {
        if (stopping) {
            // Parts end while others still start; that is no failure.
            return;
        }
        LOG.log(System.Logger.Level.ERROR, "not started", failure);
        terminal.close();
        terminal.show("\nEarlyBrd was not started.\n" + message);
        System.exit(1);
    }

    /** Holds the id of this process, so that a file of an earlier run proves nothing. */
    private static void markReady(Path file, Duration took) {
        try {
            Files.writeString(file, ProcessHandle.current().pid() + " " + took.toMillis() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
