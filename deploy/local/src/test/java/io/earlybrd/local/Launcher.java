package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A {@link TinyUp} in a process of its own, and what is left of it. */
final class Launcher implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    /** What the command line promises. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);

    private final Path folder;
    private final Path screen;
    private final Process process;

    private Launcher(Path folder, Path screen, Process process) {
        this.folder = folder;
        this.screen = screen;
        this.process = process;
    }

    /** Starts one whose checkout and data are in a folder. */
    static Launcher start(Path folder, Map<String, String> environment) throws IOException {
        Path checkout = folder.resolve("checkout");
        if (!Files.exists(checkout)) {
            TinyCheckout.in(checkout);
        }
        Path screen = Files.createTempFile(folder, "screen", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dearlybrd.root=" + System.getProperty("earlybrd.root", ""),
                "-cp",
                System.getProperty("java.class.path"),
                TinyUp.class.getName(),
                checkout.toString(),
                folder.resolve("local").toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(screen.toFile())
                .start();
        return new Launcher(folder, screen, process);
    }

    /** The handle of the launcher itself. */
    Process process() {
        return process;
    }

    /** All that it has said. */
    String screen() {
        try {
            return Files.readString(screen);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void awaitReady() {
        await().atMost(STARTS_WITHIN).untilAsserted(() -> assertThat(screen()).contains("EarlyBrd is ready"));
    }

    /** The id of a part's process, from what it has written down about what runs. */
    long pid(String part) {
        try (Stream<String> lines = Files.lines(folder.resolve("local/run/parts"))) {
            return lines.map(line -> line.split(" "))
                    .filter(words -> words[0].equals(part))
                    .mapToLong(words -> Long.parseLong(words[1]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All processes of this machine that have to do with the folder, this launcher included. */
    List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .map(found -> Path.of("/proc", Long.toString(found.pid()), "cmdline"))
                .map(Launcher::read)
                .filter(command -> command.contains(folder.toString()))
                .toList();
    }

    void awaitNothingLeft() {
        await().atMost(STOPS_WITHIN)
                .untilAsserted(() -> assertThat(commandLines()).isEmpty());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitNothingLeft();
    }

    private static String read(Path commandLine) {
        try {
            return new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            // It has ended meanwhile.
            return "";
        }
    }
}
