package io.earlybrd.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** A server that runs as another process and appends what it says to a log file. */
final class ServerProcess {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final int END_OF_LOG = 4000;

    private final ProcessHandle handle;
    private final OutputStream stdin;
    private final Path log;

    private ServerProcess(ProcessHandle handle, OutputStream stdin, Path log) {
        this.handle = handle;
        this.stdin = stdin;
        this.log = log;
    }

    /** Starts a process; its standard input stays open until this JVM ends. */
    static ServerProcess start(List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            // Held, because a stream that nobody refers to is closed by the garbage collector.
            return new ServerProcess(process.toHandle(), process.getOutputStream(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that was started before. */
    static ServerProcess of(long pid, Path log) {
        ProcessHandle handle =
                ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("no process " + pid + " any more"));
        return new ServerProcess(handle, OutputStream.nullOutputStream(), log);
    }

    long pid() {
        return handle.pid();
    }

    boolean running() {
        return handle.isAlive();
    }

    /**
     * Waits until the server serves.
     *
     * @throws IllegalStateException if it ends instead; the message holds the end of its log
     */
    void awaitReady(String name, Callable<Boolean> ready) {
        Awaitility.await(name)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .atMost(START_TIMEOUT)
                .until(() -> !running() || ready.call());
        if (!running()) {
            throw new IllegalStateException(name + " did not start: " + endOfLog());
        }
    }

    /** Sends a signal, such as {@code INT}, and waits until the process has ended; one that does not end is killed. */
    void end(String signal) {
        if (!running()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
            try {
                handle.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                handle.destroyForcibly();
                handle.onExit().get();
            }
            stdin.close();
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String endOfLog() {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - END_OF_LOG));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }
}
