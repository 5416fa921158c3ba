package io.earlybrd.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

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
        return start(command, Map.of(), log);
    }

    /** The same with more environment. */
    static ServerProcess start(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            // Held, because a stream that nobody refers to is closed by the garbage collector.
            return new ServerProcess(process.toHandle(), process.getOutputStream(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program to its end, which gets this text as input.
     *
     * @throws IllegalStateException if it fails, or takes longer; the message holds the end of its log
     */
    static void run(List<String> command, String input, Path log, Duration atMost) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // A program that has failed reads no input; its exit code tells more.
            }
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        command.get(0) + " failed or took longer than " + atMost.toSeconds() + " s: " + endOf(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", e);
        } finally {
            process.destroyForcibly();
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
     * @throws IllegalStateException if it ends instead or takes too long; the message names its log and holds the end of it
     */
    void awaitReady(String name, Callable<Boolean> ready) {
        awaitReady(name, START_TIMEOUT, ready);
    }

    /** The same, for so long. */
    void awaitReady(String name, Duration atMost, Callable<Boolean> ready) {
        try {
            Awaitility.await(name)
                    .pollInterval(Duration.ofMillis(20))
                    .pollDelay(Duration.ZERO)
                    .atMost(atMost)
                    .until(() -> !running() || ready.call());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    name + " was not ready after " + atMost.toSeconds() + " s: " + endOf(log), e);
        }
        if (!running()) {
            throw new IllegalStateException(name + " did not start: " + endOf(log));
        }
    }

    /**
     * Sends a signal, such as {@code INT}, and waits until the process has ended; one that does not end is killed.
     *
     * @throws IllegalStateException if even that does not end it
     */
    void end(String signal) {
        if (!running()) {
            return;
        }
        try {
            signal(signal);
            if (!endsWithin(STOP_TIMEOUT)) {
                kill();
            }
            stdin.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal, such as {@code STOP}; false if the process did not get it. */
    boolean signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start();
            return kill.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS) && kill.exitValue() == 0;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the process at once.
     *
     * @throws IllegalStateException if it does not end
     */
    void kill() {
        handle.destroyForcibly();
        if (!endsWithin(STOP_TIMEOUT)) {
            throw new IllegalStateException("process " + pid() + " does not end, though it was killed");
        }
    }

    /** Waits until the process has ended; false if it takes longer. */
    boolean endsWithin(Duration time) {
        try {
            handle.onExit().get(time.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private IllegalStateException interrupted(InterruptedException e) {
        handle.destroyForcibly();
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while process " + pid() + " ended", e);
    }

    private static String endOf(Path log) {
        try {
            String text = Files.readString(log);
            return "the end of its log, " + log + ":\n" + text.substring(Math.max(0, text.length() - END_OF_LOG));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }
}
