package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.provider.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long a source rests after a crawl: the interval while it fares well, ever longer while it does not, never less than its
 * host asked for; and a little more, so that sources do not come due together.
 */
@ApplicationScoped
public class Cadence {

    /** A host that is down is tried again within 12 intervals: an hour at 5 minutes. */
    private static final int LONGEST_FAILING = 12;

    /** Nobody who refuses us, or is gone, is asked more than once in 12 intervals, and in the end once in 288: a day. */
    private static final int SHORTEST_REFUSED = 12;

    private static final int LONGEST_REFUSED = 288;

    private static final double MOST_JITTER = 0.1;

    private final Duration interval;
    private final DoubleSupplier random;

    @Inject
    public Cadence(ScheduleConfig config) {
        this(config.interval(), () -> ThreadLocalRandom.current().nextDouble());
    }

    Cadence(Duration interval, DoubleSupplier random) {
        this.interval = interval;
        this.random = random;
    }

    /**
     * The rest after a crawl.
     *
     * @param failures crawls in a row, this one included, that gave no list
     */
    public Duration rest(Outcome outcome, int failures) {
        Duration rest = interval.multipliedBy(intervals(outcome, failures));
        Duration asked = outcome.retryAfter();
        Duration longer = asked != null && asked.compareTo(rest) > 0 ? asked : rest;
        return longer.plusMillis((long) (longer.toMillis() * MOST_JITTER * random.getAsDouble()));
    }

    private static long intervals(Outcome outcome, int failures) {
        long doubled = 1L << Math.min(Math.max(failures - 1, 0), 16);
        return switch (outcome.kind()) {
            case OK, NOT_MODIFIED, EMPTY, PARTIAL -> 1;
            case CHANGED_SHAPE, UNREACHABLE -> Math.min(doubled, LONGEST_FAILING);
            // Who says for how long wants us back then.
            case BLOCKED -> outcome.retryAfter() == null ? refused(doubled) : 1;
            case GONE -> refused(doubled);
        };
    }

    private static long refused(long doubled) {
        return Math.min(SHORTEST_REFUSED * doubled, LONGEST_REFUSED);
    }
}
