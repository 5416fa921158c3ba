package io.earlybrd.local;

import java.util.Locale;

/** One of the five services. */
public enum Service {
    ACCOUNT(8080),
    SCRAPER(8081),
    /** Has no database: its state is rebuilt from topics. */
    MATCHER(8082),
    NOTIFIER(8083),
    BILLING(8084);

    private final int defaultPort;

    Service(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The name that people read, which is also that of its database and role: {@code account}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it owns a database. */
    public boolean hasDatabase() {
        return this != MATCHER;
    }

    /** The folder of its module: {@code account-service}. */
    String module() {
        return label() + "-service";
    }

    int defaultPort() {
        return defaultPort;
    }
}
