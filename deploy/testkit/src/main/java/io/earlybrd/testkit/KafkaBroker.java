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
    private final RestartableServer server;
    private final ReadyFile readyFile;

    private KafkaBroker(Path directory, int port, List<String> jvmFlags) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.jvmFlags = jvmFlags;
        server = new RestartableServer("Kafka on port " + port, "TERM");
        readyFile = new ReadyFile(this.directory);
    }

    /**
     * A broker on a fixed port. {@link #restart} starts it.
     *
     * @param directory where its data and its log are; formatted when new and used again when not
     * @param jvmFlags flags of its JVM; {@code -Dkafka.<setting>=…} overrides a broker setting
     */
    public static KafkaBroker in(Path directory, int port, List<String> jvmFlags) {
        return new KafkaBroker(directory, port, jvmFlags);
    }

    /** Starts a small broker on a free port and waits until it serves requests. */
    public static KafkaBroker start(Path directory) {
        KafkaBroker broker = in(directory, FreePorts.one(), SMALL);
        broker.restart();
        return broker;
    }

    /** The small broker that already runs with this directory and port. */
    static KafkaBroker attach(Path directory, int port) {
        KafkaBroker broker = new KafkaBroker(directory, port, SMALL);
        broker.server.attach(ServerProcess.of(Long.parseLong(broker.readyFile.process()), broker.log()));
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

    /** Id of the broker's process, also when it has ended. */
    public long pid() {
        return server.pid();
    }

    /** Whether the process runs. */
    public boolean running() {
        return server.running();
    }

    /**
     * Starts it on the same port and data as ever, after it was stopped or killed; stops it first if it runs.
     *
     * @throws IllegalStateException if the broker is not built or does not come up; the message holds the end of its log
     */
    public void restart() {
        server.restart(this::launch, readyFile::names);
    }

    /** Stops it in order; does nothing when it does not run. */
    public void stop() {
        server.stop();
    }

    /** Kills it at once, as a crash does. */
    public void kill() {
        server.end("KILL");
    }

    /** Stops it in order, for good, also in the middle of a start. */
    @Override
    public void close() {
        server.close();
    }

    private ServerProcess launch() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ServerProcess.start(command(), log());
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

    private Path log() {
        return directory.resolve("broker.log");
    }
}
