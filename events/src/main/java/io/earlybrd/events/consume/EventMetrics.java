package io.earlybrd.events.consume;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of the records that a service consumed. */
@ApplicationScoped
class EventMetrics {

    /** Records by topic and outcome. */
    static final String RECORDS = "earlybrd.event.handled";

    /** Attempts that found a database or the broker away; the record waits. */
    static final String WAITING = "earlybrd.event.waiting";

    static final String HANDLED = "handled";
    static final String IGNORED = "ignored";
    static final String FAILED = "failed";

    private final MeterRegistry registry;

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void handled(String topic, String outcome) {
        registry.counter(RECORDS, "topic", topic, "outcome", outcome).increment();
    }

    void waiting(String topic) {
        registry.counter(WAITING, "topic", topic).increment();
    }
}
