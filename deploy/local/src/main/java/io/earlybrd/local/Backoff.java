package io.earlybrd.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a part that keeps dying is started again: a little later each time, and after five times in a row not any more. */
final class Backoff {

    static final int MAX_IN_A_ROW = 5;

    private static final Duration FIRST = Duration.ofMillis(500);

    /** A part that ran for this long has recovered, and its next death is a new story. */
    private static final Duration RECOVERED = Duration.ofMinutes(2);

    private final Clock clock;
    private int inARow;
    private Instant lastStart = Instant.MIN;

    Backoff(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next start; empty if there is to be none. */
    Optional<Duration> next() {
        Instant now = clock.instant();
        if (lastStart.isBefore(now.minus(RECOVERED))) {
            inARow = 0;
        }
        if (inARow == MAX_IN_A_ROW) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << inARow);
        inARow++;
        lastStart = now.plus(pause);
        return Optional.of(pause);
    }

    /** The number of starts since the part last ran well. */
    int inARow() {
        return inARow;
    }
}
