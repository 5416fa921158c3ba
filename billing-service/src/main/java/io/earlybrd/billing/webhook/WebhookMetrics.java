package io.earlybrd.billing.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What Stripe sends and how far we are with it. */
@ApplicationScoped
class WebhookMetrics {

    /** Webhooks by type and outcome. */
    static final String RECEIVED = "earlybrd.webhook.received";

    /** Seconds since the oldest event came that was not acted on yet; 0 while none is open. */
    static final String OPEN_AGE = "earlybrd.webhook.open.age";

    /** Stored, to be acted on. */
    static final String ACCEPTED = "accepted";
    /** Stored before. */
    static final String DUPLICATE = "duplicate";
    /** Stored, nothing to do: a type that we do not act on. */
    static final String IGNORED = "ignored";
    /** Stored, of a dispute: for a person to look at. */
    static final String DISPUTE = "dispute";

    /** Of the other mode: a test event at the live endpoint or the reverse. */
    static final String WRONG_MODE = "wrong-mode";
    /** Not proved to come from Stripe, or no event. */
    static final String REJECTED = "rejected";

    private final MeterRegistry registry;

    private volatile double openAgeSeconds;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder(OPEN_AGE, () -> openAgeSeconds).baseUnit("seconds").register(registry);
    }

    void received(String type, String outcome) {
        registry.counter(RECEIVED, "type", type, "outcome", outcome).increment();
    }

    void openFor(Duration age) {
        openAgeSeconds = age.toMillis() / 1000.0;
    }
}
