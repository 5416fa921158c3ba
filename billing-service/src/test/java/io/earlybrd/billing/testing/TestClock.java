package io.earlybrd.billing.testing;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.earlybrd.testkit.MutableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The one clock of the application under test, of Stripe's stand-in and of the tests; it moves when a test moves it. */
public final class TestClock {

    /** Starts at the real time, forward of which the tests move it. */
    public static final MutableClock CLOCK = MutableClock.at(Instant.now().truncatedTo(SECONDS));

    @Produces
    @Singleton
    Clock clock() {
        return CLOCK;
    }
}
