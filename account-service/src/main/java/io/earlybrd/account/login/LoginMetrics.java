package io.earlybrd.account.login;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How attempts to log in end. */
@ApplicationScoped
class LoginMetrics {

    /** Attempts by outcome. */
    static final String ATTEMPTS = "earlybrd.login.attempted";

    static final String SUCCESS = "success";
    static final String WRONG = "wrong";
    static final String THROTTLED = "throttled";

    private final MeterRegistry registry;

    LoginMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void counted(String outcome) {
        registry.counter(ATTEMPTS, "outcome", outcome).increment();
    }
}
