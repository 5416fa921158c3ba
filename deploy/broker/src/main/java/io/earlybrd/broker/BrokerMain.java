package io.earlybrd.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Stock Apache Kafka (KRaft) as one process and one node: formats the data directory when it is new, then runs the
 * broker until it is told to stop. Every property {@code -Dkafka.<setting>=…} overrides a broker setting.
 *
 * <p>When the broker serves requests, the file {@value #READY_FILE} in the data directory holds the id of its process.
 */
public final class BrokerMain {

    /** Name of the file that tells, by holding the process id, that this very process serves requests. */
    public static final String READY_FILE = "ready";

    /** An orderly stop takes well under a second; a stop that hangs must not leave the process behind. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private BrokerMain() {}

    /** Runs the broker; the arguments are the data directory, the port of clients and the port of the controller. */
    public static void main(String[] args) {
        try {
            Path data = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
            Files.deleteIfExists(data.resolve(READY_FILE));
            if (Boolean.getBoolean("exit.on.stdin.eof")) {
                watchParent();
            }
            run(data, BrokerSettings.of(data, Integer.parseInt(args[1]), Integer.parseInt(args[2])));
        } catch (Throwable e) {
            // Kafka's own threads would keep a half-started process alive.
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(Path data, BrokerSettings settings) throws IOException {
        Path file = data.resolve("server.properties");
        settings.writeTo(file);
        if (!Files.exists(settings.logs().resolve("meta.properties"))) {
            format(file);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-broker"));
        server.startup();
        Files.writeString(
                data.resolve(READY_FILE), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static void format(Path settings) {
        int code = StorageTool.execute(
                new String[] {
                    "format",
                    "--ignore-formatted",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    settings.toString()
                },
                System.out);
        if (code != 0) {
            throw new IllegalStateException("the data directory was not formatted: code " + code);
        }
    }

    private static void stop(KafkaRaftServer server) {
        haltAfter(STOP_TIMEOUT);
        server.shutdown();
    }

    /** Standard input is a pipe from the parent: it ends when the parent ends, in whatever way that happens. */
    private static void watchParent() {
        startDaemon("watch-parent", () -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // A broken pipe tells the same as its end.
            }
            // Also when a start is still under way, which an orderly exit would wait for.
            haltAfter(STOP_TIMEOUT);
            System.exit(0);
        });
    }

    private static void haltAfter(Duration timeout) {
        startDaemon("halt", () -> {
            Time.SYSTEM.sleep(timeout.toMillis());
            Runtime.getRuntime().halt(1);
        });
    }

    private static void startDaemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
