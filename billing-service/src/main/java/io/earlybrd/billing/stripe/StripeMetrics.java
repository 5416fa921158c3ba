package io.earlybrd.billing.stripe;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** How our calls to Stripe fare. */
@ApplicationScoped
class StripeMetrics {

    /** Calls by operation and outcome, retries included. */
    static final String CALLS = "earlybrd.stripe.call";

    static final String SUCCESS = "success";
    static final String UNAVAILABLE = "unavailable";
    static final String REFUSED = "refused";

    private final MeterRegistry registry;

    StripeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void called(String operation, String outcome, long nanos) {
        registry.timer(CALLS, "operation", operation, "outcome", outcome).record(nanos, TimeUnit.NANOSECONDS);
    }
}
