package io.earlybrd.matcher.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to give up, because somebody is waiting for a page. */
final class Deadline {

    private final Clock clock;
    private final Instant giveUpAt;
    private boolean passed;

    Deadline(Clock clock, Duration timeLimit) {
        this.clock = clock;
        giveUpAt = clock.instant().plus(timeLimit);
    }

    /** Whether it has passed; once it has, that remains so. */
    boolean passed() {
        passed = passed || clock.instant().isAfter(giveUpAt);
        return passed;
    }
}
