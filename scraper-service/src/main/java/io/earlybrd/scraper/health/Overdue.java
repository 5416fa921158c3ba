package io.earlybrd.scraper.health;

import java.time.Duration;
import java.time.Instant;

/** By how much the most overdue source is late, as of the last look; and what that must have become if looking fails too. */
final class Overdue {

    /** A look may be late, or lost; what is older is not known to be so any more. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private volatile Look last;

    private record Look(double seconds, Instant at) {}

    /** Nothing is overdue yet. */
    Overdue(Instant now) {
        last = new Look(0, now);
    }

    /** Remembers what a look has shown. */
    void looked(double seconds, Instant at) {
        last = new Look(seconds, at);
    }

    /** The seconds as far as is known; without a fresh look, nobody crawls either, so they grow with time. */
    double seconds(Instant now) {
        Look look = last;
        Duration age = Duration.between(look.at, now);
        return age.compareTo(FRESH) > 0 ? look.seconds + age.toSeconds() : look.seconds;
    }
}
