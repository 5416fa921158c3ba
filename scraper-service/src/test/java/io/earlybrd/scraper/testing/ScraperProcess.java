package io.earlybrd.scraper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged scraper as a process of its own; it ends when this JVM ends. */
public final class ScraperProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final URI management;

    private ScraperProcess(Process process, URI management) {
        this.process = process;
        this.management = management;
    }

    /** Starts one, which is not ready yet, with these configuration keys. */
    public static ScraperProcess start(Map<String, String> settings) {
        Path target = Path.of("target").toAbsolutePath();
        Path application = target.resolve("quarkus-app/quarkus-run.jar");
        assertThat(application).exists();
        int managementPort = FreePorts.one();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        application.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        target.resolve("scraper-processes.log").toFile()));
        settings.forEach((key, value) -> builder.environment().put(variable(key), value));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(FreePorts.one()));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        try {
            Files.createDirectories(target);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ScraperProcess(process, URI.create("http://127.0.0.1:" + managementPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready. */
    public ScraperProcess awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(this::ready);
        return this;
    }

    /** Whether it has not ended. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Takes the processor from it, as a machine does that is at its end; it does not notice. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on as if nothing had been. */
    public void thaw() {
        signal("CONT");
    }

    /** Kills it at once, as a crash does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it in order, also where a test failed while it was frozen; it is gone in any case. */
    @Override
    public void close() {
        if (process.isAlive()) {
            thaw();
        }
        process.destroy();
        try {
            awaitEnd();
        } finally {
            process.destroyForcibly();
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(kill.exitValue()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for a scraper", e);
    }

    private boolean ready() {
        assertThat(process.isAlive()).as("the scraper runs").isTrue();
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    management.resolve("/q/health/ready").toURL().openConnection();
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
