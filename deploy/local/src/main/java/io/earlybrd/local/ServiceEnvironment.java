package io.earlybrd.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What each service is told by its environment. What the person who starts the system has set there wins over the defaults here,
 * but not over how the parts find each other.
 */
final class ServiceEnvironment {

    private static final String LOOPBACK = "127.0.0.1";

    private final Ports ports;
    private final Secrets secrets;
    private final JvmProfile profile;
    private final Path matcherIndex;

    /** @param matcherIndex the folder of what the matcher can throw away and build again */
    ServiceEnvironment(Ports ports, Secrets secrets, JvmProfile profile, Path matcherIndex) {
        this.ports = ports;
        this.secrets = secrets;
        this.profile = profile;
        this.matcherIndex = matcherIndex;
    }

    /**
     * The environment of one service.
     *
     * @param inherited the environment of this process, which the service sees too
     */
    Map<String, String> of(Service service, Map<String, String> inherited) {
        Map<String, String> environment = defaults(service);
        environment.keySet().removeIf(inherited::containsKey);
        environment.putAll(wiring(service));
        return environment;
    }

    private Map<String, String> defaults(Service service) {
        Map<String, String> environment = new HashMap<>(profile.serviceEnvironment());
        environment.put("EARLYBRD_PUBLIC_URL", url(Service.ACCOUNT));
        environment.put("EARLYBRD_MAIL_LINKS_URL", url(Service.NOTIFIER));
        // Logs are read by people here, not by a log store.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        if (service == Service.SCRAPER) {
            // The demo job board is at a private address, and speaks as these providers do.
            environment.put("EARLYBRD_SCRAPER_ALLOW_PRIVATE_ADDRESSES", "true");
            environment.put("EARLYBRD_PROVIDER_GREENHOUSE_URL", url(Server.BOARD));
            environment.put("EARLYBRD_PROVIDER_LEVER_URL", url(Server.BOARD));
        }
        if (service == Service.NOTIFIER) {
            // Whoever tries the system out wants to see a mail soon.
            environment.put("EARLYBRD_COALESCE_SECONDS", "5");
        }
        return environment;
    }

    private Map<String, String> wiring(Service service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(service)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":" + ports.of(Server.KAFKA));
        environment.put("EARLYBRD_SERVICE_KEY", serviceKey());
        if (service.hasDatabase()) {
            database(environment, service);
        }
        environment.putAll(own(service));
        return environment;
    }

    private void database(Map<String, String> environment, Service service) {
        String place = "postgresql://" + LOOPBACK + ":" + ports.of(Server.POSTGRES) + "/" + service.label();
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.label());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", databasePassword(service));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + place);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "vertx-reactive:" + place);
    }

    private Map<String, String> own(Service service) {
        return switch (service) {
            case ACCOUNT ->
                Map.of(
                        "EARLYBRD_MATCHER_URL", url(Service.MATCHER),
                        "EARLYBRD_BILLING_URL", url(Service.BILLING),
                        "EARLYBRD_SCRAPER_URL", url(Service.SCRAPER),
                        "EARLYBRD_NOTIFIER_URL", url(Service.NOTIFIER),
                        // Where a form that leads to payment may end.
                        "ACCOUNT_BILLING_CHECKOUT_ORIGINS", url(Server.STRIPE));
            case NOTIFIER ->
                Map.of(
                        "EARLYBRD_MAIL_TOKEN_KEY", secrets.get("mail-token-key"),
                        "QUARKUS_MAILER_HOST", LOOPBACK,
                        "QUARKUS_MAILER_PORT", Integer.toString(ports.of(Server.SMTP)));
            case BILLING ->
                Map.of(
                        "STRIPE_API_BASE", url(Server.STRIPE),
                        "STRIPE_API_KEY", stripeApiKey(),
                        "STRIPE_WEBHOOK_SECRET", stripeWebhookSecret());
            case MATCHER -> Map.of("MATCHER_RECENT_DIRECTORY", matcherIndex.toString());
            case SCRAPER -> Map.of();
        };
    }

    String serviceKey() {
        return secrets.get("service-key");
    }

    String databasePassword(Service service) {
        return secrets.get("database-password-" + service.label());
    }

    /** The password of PostgreSQL's superuser, which no service is told. */
    String superuserPassword() {
        return secrets.get("database-password-postgres");
    }

    String stripeApiKey() {
        return "sk_test_" + secrets.get("stripe-api-key");
    }

    String stripeWebhookSecret() {
        return "whsec_" + secrets.get("stripe-webhook-secret");
    }

    private String url(Service service) {
        return "http://localhost:" + ports.of(service);
    }

    private String url(Server server) {
        return "http://localhost:" + ports.of(server);
    }
}
