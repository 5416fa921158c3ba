package io.earlybrd.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stock Apache Kafka broker (one node) in a process of its own, which ends when this JVM ends, in whatever way. Its
 * data and its port stay the same over {@link #stop}, {@link #kill} and {@link #restart}.
 */
public final class KafkaBroker implements AutoCloseable {

    /** A small heap and one compiler: about 150 MB of memory, ready in about two seconds. */
    public static final List<String> SMALL = List.of(
            "-Xms24m",
            "-Xmx96m",
            "-Xmn12m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=15",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss256k");

    private final Path directory;
    private final int port;
    private final List<String> jvmFlags;
    private ServerProcess process;

    private KafkaBroker(Path directory, int port, List<String> jvmFlags) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.jvmFlags = jvmFlags;
    }

    /** Starts a small broker on a free port. */
    public static KafkaBroker start(Path directory) {
        return start(directory, FreePorts.one(), SMALL);
    }

    /**
     * Starts a broker and waits until it serves requests.
     *
     * @param directory where its data and its log are; formatted when new and used again when not
     * @param jvmFlags flags of its JVM; {@code -Dkafka.<setting>=…} overrides a broker setting
     * @throws IllegalStateException if the broker is not built or does not come up; the message holds the end of its log
     */
    public static KafkaBroker start(Path directory, int port, List<String> jvmFlags) {
        KafkaBroker broker = new KafkaBroker(directory, port, jvmFlags);
        broker.restart();
        return broker;
    }

    /** The small broker that already runs with this directory and port. */
    static KafkaBroker attach(Path directory, int port) {
        KafkaBroker broker = new KafkaBroker(directory, port, SMALL);
        broker.process = ServerProcess.of(Long.parseLong(broker.readyProcess()), broker.log());
        return broker;
    }

    /** What clients connect to: {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** Id of the broker's process. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Whether the process runs. */
    public synchronized boolean running() {
        return process != null && process.running();
    }

    /** Starts it again on the same port and data, after it was stopped or killed; stops it first if it runs. */
    public synchronized void restart() {
        stop();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = ServerProcess.start(command(), log());
        String pid = Long.toString(process.pid());
        process.awaitReady("Kafka on port " + port, () -> readyProcess().equals(pid));
    }

    /** Stops it in order; does nothing when it does not run. */
    public synchronized void stop() {
        if (running()) {
            process.end("TERM");
        }
    }

    /** Kills it at once, as a crash does. */
    public synchronized void kill() {
        if (running()) {
            process.end("KILL");
        }
    }

    @Override
    public void close() {
        stop();
    }

    private List<String> command() {
        Path built = ProjectRoot.path().resolve("deploy/broker/target");
        if (!Files.isDirectory(built.resolve("libs")) || !Files.isDirectory(built.resolve("classes"))) {
            throw new IllegalStateException("the broker is not built: " + built
                    + " holds no classes and libs; run mvn -pl deploy/broker package");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.add("-Dexit.on.stdin.eof=true");
        command.add("-Djava.util.logging.config.file=" + built.resolve("classes/logging.properties"));
        command.add("-cp");
        command.add(built.resolve("classes") + File.pathSeparator + built.resolve("libs") + File.separator + "*");
        command.add("io.earlybrd.broker.BrokerMain");
        command.add(directory.toString());
        command.add(Integer.toString(port));
        command.add(Integer.toString(FreePorts.one()));
        return command;
    }

    /** The broker writes its process id once it serves, so an old file or a stranger on the port proves nothing. */
    private String readyProcess() {
        try {
            Path file = directory.resolve("ready");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return directory.resolve("broker.log");
    }
}
