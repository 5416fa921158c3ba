package io.earlybrd.local;

/** What listens on the machine beside the services, one port each. */
public enum Server {
    INBOX("inbox page", 8025),
    SMTP("inbox (SMTP)", 1025),
    KAFKA("Kafka", 19092),
    POSTGRES("PostgreSQL", 15432),
    STRIPE("Stripe stand-in", 12111),
    BOARD("demo job board", 8090);

    private final String label;
    private final int defaultPort;

    Server(String label, int defaultPort) {
        this.label = label;
        this.defaultPort = defaultPort;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    int defaultPort() {
        return defaultPort;
    }
}
