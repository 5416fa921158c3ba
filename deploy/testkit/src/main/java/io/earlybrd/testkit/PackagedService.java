package io.earlybrd.testkit;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The service of the module that is tested, as it was packaged, as a process of its own; it ends when this JVM ends. */
public final class PackagedService implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final ServerProcess process;
    private final URI readiness;

    private PackagedService(ServerProcess process, URI readiness) {
        this.process = process;
        this.readiness = readiness;
    }

    /**
     * Starts one, which is not ready yet, on ports of its own. What it says goes to {@code target/packaged-services.log}.
     *
     * @param heap as in {@code -Xmx}
     * @param settings by configuration key or environment variable
     */
    public static PackagedService start(String heap, Map<String, String> settings) {
        Path target = Path.of("target").toAbsolutePath();
        int managementPort = FreePorts.one();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                target.resolve("quarkus-app/quarkus-run.jar").toString());
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(variable(key), value));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(FreePorts.one()));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        ServerProcess process = ServerProcess.start(command, environment, target.resolve("packaged-services.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
        return new PackagedService(process, URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"));
    }

    /**
     * Waits until it says that it is ready.
     *
     * @throws IllegalStateException if it ends instead or takes too long; the message holds the end of its log
     */
    public PackagedService awaitReady() {
        process.awaitReady("the packaged service", START, this::isReady);
        return this;
    }

    /** Whether it has not ended. */
    public boolean running() {
        return process.running();
    }

    /** Takes the processor from it, as a machine does that is at its end; it does not notice. */
    public void freeze() {
        send("STOP");
    }

    /** Lets it go on as if nothing had been. */
    public void thaw() {
        send("CONT");
    }

    /** Kills it at once, as a crash does. */
    public void kill() {
        process.kill();
    }

    /**
     * Stops it in order, also where a test failed while it was frozen; it is gone in any case.
     *
     * @throws IllegalStateException if it does not stop by itself
     */
    @Override
    public void close() {
        if (!process.running()) {
            return;
        }
        process.signal("CONT");
        process.signal("TERM");
        if (!process.endsWithin(STOP)) {
            process.kill();
            throw new IllegalStateException("the packaged service did not stop within " + STOP.toSeconds() + " s");
        }
    }

    private void send(String signal) {
        if (!process.signal(signal)) {
            throw new IllegalStateException("the packaged service did not get the signal " + signal);
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
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
