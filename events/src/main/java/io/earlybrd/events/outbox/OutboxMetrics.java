package io.earlybrd.events.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What the outbox tells its operator: a growing age means that subscribers wait. */
@ApplicationScoped
class OutboxMetrics {

    /** Rows that wait to be published. */
    static final String DEPTH = "earlybrd.outbox.depth";

    /** Age of the oldest row that waits, in seconds. */
    static final String AGE = "earlybrd.outbox.age";

    /** Rows that Kafka refuses, though it is there: too large, say. They are tried again, but each needs a person. */
    static final String PARKED = "earlybrd.outbox.parked";

    /** Events published since the start. */
    static final String PUBLISHED = "earlybrd.outbox.published";

    private final Counter published;
    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, 0, 0);

    OutboxMetrics(MeterRegistry registry) {
        published = Counter.builder(PUBLISHED).description("Events published").register(registry);
        Gauge.builder(DEPTH, () -> backlog.depth())
                .description("Rows that wait to be published")
                .register(registry);
        Gauge.builder(AGE, () -> backlog.ageSeconds())
                .description("Age of the oldest row that waits")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(PARKED, () -> backlog.parked())
                .description("Rows that Kafka refuses")
                .register(registry);
    }

    void published(int events) {
        published.increment(events);
    }

    void backlog(OutboxTable.Backlog now) {
        backlog = now;
    }
}
