package io.earlybrd.local;

import io.earlybrd.events.topics.TopicSetup;
import io.earlybrd.testkit.KafkaBroker;
import io.earlybrd.testkit.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two real servers that the services need, in processes of their own: Kafka with all topics, PostgreSQL with all databases. */
final class Servers implements AutoCloseable {

    private static final short ONE_COPY = 1;

    private final Installation installation;
    private final KafkaBroker kafka;
    private final PostgresServer postgres;

    /** Takes the servers in hand; none is started yet. */
    Servers(Installation installation) {
        this.installation = installation;
        LocalFolder folder = installation.folder();
        Ports ports = installation.ports();
        kafka = KafkaBroker.in(
                folder.data("kafka"),
                ports.of(Server.KAFKA),
                installation.profile().brokerFlags());
        postgres = PostgresServer.in(
                folder.data("postgres"),
                ports.of(Server.POSTGRES),
                installation.environment().superuserPassword());
    }

    KafkaBroker kafka() {
        return kafka;
    }

    PostgresServer postgres() {
        return postgres;
    }

    /** Starts both at once and waits for both; where one fails, neither is left running. */
    void start() {
        LocalFolder folder = installation.folder();
        link(folder.log("kafka"), folder.data("kafka").resolve("broker.log"));
        link(folder.log("postgres"), folder.data("postgres").resolve("server.log"));
        List<CompletableFuture<Void>> starts =
                List.of(starting(Server.KAFKA, this::startKafka), starting(Server.POSTGRES, this::startPostgres));
        try {
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            close();
            throw new StartFailure(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Stops both in order, at the same time and for good, also in the middle of their start. */
    @Override
    public void close() {
        CompletableFuture<Void> broker = CompletableFuture.runAsync(kafka::close, Servers::onNewThread);
        postgres.close();
        broker.join();
    }

    private void startKafka() {
        kafka.restart();
        TopicSetup.apply(kafka.bootstrapServers(), ONE_COPY);
    }

    private void startPostgres() {
        postgres.restart();
        for (Service service : Service.values()) {
            if (service.hasDatabase()) {
                String password = installation.environment().databasePassword(service);
                postgres.createDatabase(service.label(), service.label(), password);
            }
        }
    }

    private CompletableFuture<Void> starting(Server server, Runnable start) {
        return CompletableFuture.runAsync(
                () -> installation.progress().during(server.label(), start), Servers::onNewThread);
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
