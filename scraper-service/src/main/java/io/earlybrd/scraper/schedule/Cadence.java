package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.provider.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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

    /** Nobody who refuses us, or stays gone, is asked more than once in 12 intervals, and in the end once in 288: a day. */
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
     * When a source is due after a crawl.
     *
     * @param began when the crawl began; from there intervals count
     * @param ended when it had its answer; from there counts what the host asked for
     * @param failures those after this crawl
     */
    public Instant due(Instant began, Instant ended, Outcome outcome, Failures failures) {
        Instant usual = began.plus(jittered(interval.multipliedBy(intervals(outcome, failures.alike()))));
        Duration asked = outcome.retryAfter();
        if (asked == null) {
            return usual;
        }
        Instant wished = ended.plus(jittered(asked));
        return wished.isAfter(usual) ? wished : usual;
    }

    private Duration jittered(Duration rest) {
        return rest.plusMillis((long) (rest.toMillis() * MOST_JITTER * random.getAsDouble()));
    }

    private static long intervals(Outcome outcome, int alike) {
        long doubled = 1L << Math.min(Math.max(alike - 1, 0), 16);
        return switch (outcome.kind()) {
            case OK, NOT_MODIFIED, EMPTY, PARTIAL -> 1;
            case CHANGED_SHAPE, UNREACHABLE -> Math.min(doubled, LONGEST_FAILING);
            // Who says for how long wants us back then.
            case BLOCKED -> outcome.retryAfter() == null ? refused(doubled) : 1;
            // One 404 may be a deployment of theirs.
            case GONE -> alike <= 1 ? 1 : refused(doubled / 2);
        };
    }

    private static long refused(long doubled) {
        return Math.min(SHORTEST_REFUSED * doubled, LONGEST_REFUSED);
    }
}
