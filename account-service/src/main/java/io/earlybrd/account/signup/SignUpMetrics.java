package io.earlybrd.account.signup;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How sign-ups end. */
@ApplicationScoped
class SignUpMetrics {

    /** Sign-ups by outcome. */
    static final String SIGN_UPS = "earlybrd.signup.received";

    /** Addresses that were confirmed. */
    static final String CONFIRMED = "earlybrd.signup.confirmed";

    static final String CREATED = "created";
    static final String KNOWN = "known";
    static final String THROTTLED = "throttled";

    private final MeterRegistry registry;

    SignUpMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void counted(String outcome) {
        registry.counter(SIGN_UPS, "outcome", outcome).increment();
    }

    void confirmed() {
        registry.counter(CONFIRMED).increment();
    }
}
