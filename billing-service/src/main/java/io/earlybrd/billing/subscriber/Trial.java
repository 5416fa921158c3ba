package io.earlybrd.billing.subscriber;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;

/** The time in which a subscriber gets alerts without paying; each has one, once. */
public record Trial(Instant startedAt, Instant endsAt) {

    /** The trial of somebody whose address was first verified at this instant. */
    public static Trial startingAt(Instant verifiedAt, Duration length) {
        Instant startedAt = verifiedAt.truncatedTo(SECONDS);
        return new Trial(startedAt, startedAt.plus(length));
    }
}
