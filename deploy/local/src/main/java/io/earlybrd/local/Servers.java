package io.earlybrd.local;

import io.earlybrd.events.topics.TopicSetup;
import io.earlybrd.testkit.KafkaBroker;
import io.earlybrd.testkit.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The two real servers that the services need, in processes of their own: Kafka with all topics, PostgreSQL with all databases. */
record Servers(KafkaBroker kafka, PostgresServer postgres) implements AutoCloseable {

    private static final short ONE_COPY = 1;

    /** Starts both at once and waits for both; where one fails, neither is left running. */
    static Servers start(Installation installation) {
        LocalFolder folder = installation.folder();
        Ports ports = installation.ports();
        link(folder.log("kafka"), folder.data("kafka").resolve("broker.log"));
        link(folder.log("postgres"), folder.data("postgres").resolve("server.log"));
        CompletableFuture<KafkaBroker> kafka = starting(
                Server.KAFKA,
                installation.progress(),
                () -> startKafka(folder.data("kafka"), ports.of(Server.KAFKA), installation.profile()));
        CompletableFuture<PostgresServer> postgres = starting(
                Server.POSTGRES,
                installation.progress(),
                () -> startPostgres(folder.data("postgres"), ports.of(Server.POSTGRES), installation.environment()));
        try {
            return new Servers(kafka.join(), postgres.join());
        } catch (CompletionException e) {
            onceStarted(kafka, KafkaBroker::kill);
            onceStarted(postgres, PostgresServer::stop);
            throw new StartFailure(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Stops both in order, at the same time. */
    @Override
    public void close() {
        CompletableFuture<Void> broker = CompletableFuture.runAsync(kafka::stop, Servers::onNewThread);
        postgres.stop();
        broker.join();
    }

    private static KafkaBroker startKafka(Path data, int port, JvmProfile profile) {
        KafkaBroker broker = KafkaBroker.start(data, port, profile.brokerFlags());
        try {
            TopicSetup.apply(broker.bootstrapServers(), ONE_COPY);
            return broker;
        } catch (RuntimeException e) {
            broker.kill();
            throw e;
        }
    }

    private static PostgresServer startPostgres(Path data, int port, ServiceEnvironment environment) {
        PostgresServer server = PostgresServer.start(data, port);
        try {
            for (Service service : Service.values()) {
                if (service.hasDatabase()) {
                    server.createDatabase(service.label(), service.label(), environment.databasePassword(service));
                }
            }
            return server;
        } catch (RuntimeException e) {
            server.kill();
            throw e;
        }
    }

    private static <T> CompletableFuture<T> starting(Server server, Progress progress, Supplier<T> start) {
        CompletableFuture<T> started = new CompletableFuture<>();
        onNewThread(() -> {
            try {
                progress.during(server.label(), () -> started.complete(start.get()));
            } catch (RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    private static <T> void onceStarted(CompletableFuture<T> server, Consumer<T> stop) {
        server.thenAccept(stop).exceptionally(failure -> null).join();
    }

    /** A new thread has the class loader of its maker, by which Kafka's client finds its classes; a pool's has another. */
    private static void onNewThread(Runnable task) {
        Thread thread = new Thread(task, "server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void link(Path link, Path log) {
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, link.getParent().relativize(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
