package io.earlybrd.local;

import io.earlybrd.testkit.KafkaBroker;
import io.earlybrd.testkit.PostgresServer;
import io.earlybrd.testkit.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What goes on while the system runs: its state is written down, logs are kept short, and, if wanted, what dies is started again. */
final class Upkeep implements AutoCloseable {

    private static final Duration SHORTENS_LOGS_EVERY = Duration.ofSeconds(30);

    private final Installation installation;
    private final Servers servers;
    private final Services services;
    private final RunFile runFile;
    private final List<Runnable> endings = new ArrayList<>();

    /** Begins. */
    Upkeep(Installation installation, Servers servers, Services services) {
        this.installation = installation;
        this.servers = servers;
        this.services = services;
        runFile = new RunFile(installation.folder().run("parts"));
        describe();
        Ticker logs = Ticker.every(
                SHORTENS_LOGS_EVERY,
                "shorten-logs",
                () -> LogFiles.shorten(installation.folder().logs()));
        endings.add(logs::close);
        if (installation.options().isSupervised()) {
            // Real time, because a drill's jumps say nothing about how long a process has lived.
            Supervisor supervisor =
                    new Supervisor(supervised(), Clock.systemUTC(), installation.progress(), this::describe);
            endings.add(supervisor::close);
        }
    }

    /** Writes down which processes run now. */
    void describe() {
        Ports ports = installation.ports();
        List<RunFile.Line> lines = new ArrayList<>();
        lines.add(new RunFile.Line("launcher", ProcessHandle.current().pid(), "-", 0));
        lines.add(
                new RunFile.Line("kafka", servers.kafka().pid(), servers.kafka().bootstrapServers(), 0));
        lines.add(new RunFile.Line("postgres", servers.postgres().pid(), "127.0.0.1:" + ports.of(Server.POSTGRES), 0));
        for (Service service : services.all()) {
            lines.add(new RunFile.Line(
                    service.label(),
                    services.of(service).pid(),
                    "http://localhost:" + ports.of(service),
                    ports.management(service)));
        }
        runFile.write(lines);
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
        runFile.delete();
    }

    private List<Supervised> supervised() {
        KafkaBroker kafka = servers.kafka();
        PostgresServer postgres = servers.postgres();
        List<Supervised> parts = new ArrayList<>();
        parts.add(new Supervised(Server.KAFKA.label(), () -> !kafka.running(), kafka::restart, log("kafka")));
        parts.add(
                new Supervised(Server.POSTGRES.label(), () -> !postgres.running(), postgres::restart, log("postgres")));
        for (Service service : services.all()) {
            ServiceProcess process = services.of(service);
            parts.add(new Supervised(
                    process.name(),
                    () -> process.wanted() && !process.running(),
                    () -> services.start(process),
                    log(service.label())));
        }
        return parts;
    }

    private String log(String part) {
        return installation.folder().log(part).toString();
    }
}
