package io.earlybrd.testkit;

import io.earlybrd.events.topics.TopicSetup;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The broker and the database server of this JVM. Quarkus loads this class anew for every test profile; the second copy
 * finds the servers of the first by a system property, so that a JVM never has more than one of each.
 */
record RunningBackends(KafkaBroker kafka, PostgresServer postgres) {

    private static final String PROPERTY = "earlybrd.backends";

    private static RunningBackends running;

    /** Those that run; started by the first who asks. */
    static synchronized RunningBackends get() {
        if (running == null) {
            String known = System.getProperty(PROPERTY);
            running = known == null ? start(RunFolder.create()) : attach(known);
            Runtime.getRuntime().addShutdownHook(new Thread(running::kill, "stop-backends"));
        }
        return running;
    }

    private static RunningBackends start(Path folder) {
        CompletableFuture<KafkaBroker> kafka =
                CompletableFuture.supplyAsync(() -> startKafka(folder.resolve("kafka")), RunningBackends::onNewThread);
        PostgresServer postgres = PostgresServer.startTemporary(folder.resolve("postgres"));
        try {
            RunningBackends started = new RunningBackends(kafka.join(), postgres);
            System.setProperty(PROPERTY, started.kafka.port() + " " + postgres.port() + " " + folder);
            return started;
        } catch (CompletionException e) {
            postgres.kill();
            throw new IllegalStateException("no broker for the tests", e.getCause());
        }
    }

    /** Those that another copy of this class has started and told of. */
    static RunningBackends attach(String known) {
        String[] ports = known.split(" ", 3);
        Path folder = Path.of(ports[2]);
        return new RunningBackends(
                KafkaBroker.attach(folder.resolve("kafka"), Integer.parseInt(ports[0])),
                PostgresServer.attach(folder.resolve("postgres"), Integer.parseInt(ports[1])));
    }

    private static KafkaBroker startKafka(Path folder) {
        KafkaBroker broker = KafkaBroker.start(folder);
        TopicSetup.apply(broker.bootstrapServers(), (short) 1);
        return broker;
    }

    /** A new thread has the class loader of its maker, by which Kafka's client finds its classes; a pool's has another. */
    private static void onNewThread(Runnable task) {
        new Thread(task, "start-kafka").start();
    }

    /** The data goes with the JVM, so nobody waits for an orderly end. */
    private void kill() {
        kafka.kill();
        postgres.kill();
        postgres.close();
    }
}
