package io.earlybrd.matcher.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged matcher as a process of its own, on the broker of the test kit; it ends when this JVM ends. */
public final class MatcherProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final URI management;

    private MatcherProcess(Process process, URI management) {
        this.process = process;
        this.management = management;
    }

    /** Starts one, which is not ready yet. */
    public static MatcherProcess start() {
        Path target = Path.of("target").toAbsolutePath();
        Path application = target.resolve("quarkus-app/quarkus-run.jar");
        assertThat(application).exists();
        int managementPort = FreePorts.one();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        application.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        target.resolve("matcher-processes.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        Backends.kafka().bootstrapServers(),
                        "EARLYBRD_SERVICE_KEY",
                        Backends.SERVICE_KEY,
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(FreePorts.one()),
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(managementPort)));
        try {
            Files.createDirectories(target);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new MatcherProcess(process, URI.create("http://127.0.0.1:" + managementPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready. */
    public MatcherProcess awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(this::ready);
        return this;
    }

    /** Kills it at once, as a crash does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a matcher ended", e);
        }
    }

    private boolean ready() {
        assertThat(process.isAlive()).as("the matcher runs").isTrue();
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
}
