package io.earlybrd.notifier.testing;

import io.earlybrd.testkit.MutableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Gives the service under test a clock that stands still until the test moves it. */
public class TestClock {

    private static final MutableClock CLOCK = MutableClock.at(Instant.parse("2026-11-23T09:06:41Z"));

    /** The clock of the service. */
    @Produces
    @Singleton
    Clock clock() {
        return CLOCK;
    }

    /** The clock that tests move. */
    public static MutableClock get() {
        return CLOCK;
    }
}
