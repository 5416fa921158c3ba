package io.earlybrd.local;

import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.testkit.KafkaBroker;
import io.earlybrd.testkit.PostgresServer;
import io.earlybrd.testkit.SmtpServer;
import io.earlybrd.testkit.board.BoardStub;
import io.earlybrd.testkit.stripe.StripeStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * EarlyBrd running on this machine: Kafka, PostgreSQL, the stand-ins for the outside world, and the services, each service in
 * a process of its own. No process of it outlives this JVM, in whatever way it ends.
 *
 * <pre>{@code
 * SystemOptions options = SystemOptions.in(folder).ports(Ports.free()).environment("EARLYBRD_COALESCE_SECONDS", "0");
 * try (LocalSystem system = LocalSystem.start(options)) {
 *     system.kill(Service.NOTIFIER);
 *     system.start(Service.NOTIFIER);
 * }
 * }</pre>
 */
public final class LocalSystem implements AutoCloseable {

    private final Installation installation;
    private final Servers servers;
    private final Services services;
    private volatile StandIns standIns;
    private volatile Upkeep upkeep;
    private volatile DemoSources demo;
    private boolean closed;

    private LocalSystem(Installation installation) {
        this.installation = installation;
        servers = new Servers(installation);
        services = new Services(installation.launches(), installation.ports());
    }

    /**
     * Starts a system and waits until each part is ready.
     *
     * @throws StartFailure if a part does not come up, after all others were stopped; the message is for people
     */
    public static LocalSystem start(SystemOptions options) {
        LocalSystem system = of(Installation.prepare(options));
        system.start();
        return system;
    }

    /** A system that is not started yet. */
    static LocalSystem of(Installation installation) {
        try {
            return new LocalSystem(installation);
        } catch (RuntimeException e) {
            installation.folder().close();
            throw e;
        }
    }

    /** Starts what was prepared. */
    void start() {
        try {
            standIns = StandIns.start(installation);
            servers.start();
            services.startAll(installation.progress());
            upkeep = new Upkeep(installation, servers, services);
            if (installation.options().isDemo()) {
                demo = DemoSources.watch(
                        url(Service.SCRAPER),
                        standIns.board().url(),
                        new ServiceToken(serviceKey(), installation.clock()));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Address of a service's pages and APIs, without a slash at the end. */
    public URI url(Service service) {
        return URI.create("http://localhost:" + installation.ports().of(service));
    }

    /** Address of a service's health and metrics, without a slash at the end. */
    public URI managementUrl(Service service) {
        return URI.create("http://localhost:" + installation.ports().management(service));
    }

    /** Address of the page that shows all mails. */
    public URI inboxUrl() {
        return URI.create("http://localhost:" + installation.ports().of(Server.INBOX));
    }

    /** The ports of all parts. */
    public Ports ports() {
        return installation.ports();
    }

    /** Signs calls to what only another service may call. */
    public String serviceKey() {
        return installation.environment().serviceKey();
    }

    /** The broker, which may be stopped, killed and restarted. */
    public KafkaBroker kafka() {
        return servers.kafka();
    }

    /** The database server, which may be stopped, killed and restarted; a service's database has the service's label. */
    public PostgresServer postgres() {
        return servers.postgres();
    }

    /** The mail server, which has all mails and may be told to misbehave. */
    public SmtpServer smtp() {
        return standIns.smtp();
    }

    /** Stripe as far as the services know. */
    public StripeStandIn stripe() {
        return standIns.stripe();
    }

    /** The employers' job boards, which the scraper takes for Greenhouse, Lever and feeds. */
    public BoardStub board() {
        return standIns.board();
    }

    /** Whether a service's process runs, be it ready or not. */
    public boolean running(Service service) {
        return services.of(service).running();
    }

    /** Whether a service says that it is ready. */
    public boolean ready(Service service) {
        return Health.ready(managementUrl(service));
    }

    /** Id of a service's process. */
    public long pid(Service service) {
        return services.of(service).pid();
    }

    /** Where a service writes its log. */
    public Path log(Service service) {
        return installation.folder().log(service.label());
    }

    /** Kills a service at once, as a crash does ({@code kill -9}); a supervised one comes back by itself. */
    public void kill(Service service) {
        services.of(service).kill();
    }

    /** Stops a service in order; it stays stopped until it is started. */
    public void stop(Service service) {
        services.stop(services.of(service));
    }

    /** Starts a service that was stopped or killed, as it was started before, and waits until it is ready. */
    public void start(Service service) {
        services.start(services.of(service));
        upkeep.describe();
    }

    /** Starts a service that was stopped or killed, from now on with this environment beside what the options say. */
    public void start(Service service, Map<String, String> more) {
        services.of(service).change(installation.launch(service, more));
        start(service);
    }

    /** Stops everything: the services first, so that what they still do finds the servers; then the servers. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        LocalFolder folder = installation.folder();
        StandIns outside = standIns;
        Upkeep watching = upkeep;
        DemoSources looking = demo;
        // Closed from the last to the first, each also when one before it failed. Null is what never started.
        try (folder;
                outside;
                servers;
                services;
                watching;
                looking) {
            installation.progress().note("Stopping.");
        }
    }
}
