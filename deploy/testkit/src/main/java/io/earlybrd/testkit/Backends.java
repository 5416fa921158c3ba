package io.earlybrd.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Real Kafka with all topics, real PostgreSQL with the service's own database, and an SMTP server that remembers, for the
 * tests of one service. Started once per test JVM, on free ports; nothing of it outlives the JVM.
 *
 * <p>{@code @WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "account"))}
 */
public class Backends implements QuarkusTestResourceLifecycleManager {

    /** Signs the calls between services in tests. */
    public static final String SERVICE_KEY = "test-service-key-that-is-long-enough-for-hmac";

    private static final String PASSWORD = "test-password";

    private static SmtpServer smtp;

    private String database = "service";

    /** The broker. */
    public static KafkaBroker kafka() {
        return RunningBackends.get().kafka();
    }

    /** The database server. */
    public static PostgresServer postgres() {
        return RunningBackends.get().postgres();
    }

    /** The mail server. */
    public static synchronized SmtpServer smtp() {
        if (smtp == null) {
            smtp = SmtpServer.start();
        }
        return smtp;
    }

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        postgres().createDatabase(database, database, PASSWORD);
        return Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", kafka().bootstrapServers()),
                Map.entry("quarkus.datasource.username", database),
                Map.entry("quarkus.datasource.password", PASSWORD),
                Map.entry("quarkus.datasource.jdbc.url", postgres().jdbcUrl(database)),
                Map.entry("quarkus.datasource.reactive.url", postgres().reactiveUrl(database)),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", Integer.toString(smtp().port())),
                Map.entry("quarkus.mailer.mock", "false"),
                Map.entry("earlybrd.service-key", SERVICE_KEY));
    }

    /** The next start of the application uses the same broker and database server, but it has a mailbox of its own. */
    @Override
    public void stop() {
        closeMail();
    }

    private static synchronized void closeMail() {
        if (smtp != null) {
            smtp.close();
            smtp = null;
        }
    }
}
