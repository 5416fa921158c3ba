package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.health.History;
import io.earlybrd.scraper.provider.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long a source rests after a crawl: the longer, the fewer new jobs it gave over the last weeks; ever longer while it does not
 * fare well; never less than its host asked for; and a little more, so that sources do not come due together.
 */
@ApplicationScoped
public class Cadence {

    /** With so many new jobs a day a source is busy, and rests for the shortest time. One that gives half as many rests twice as long. */
    private static final double BUSY = 4;

    /** A host that is down is tried again within 12 intervals: about an hour. */
    private static final int LONGEST_FAILING = 12;

    /** Nobody who refuses us, or stays gone, is asked more than once in 12 intervals, and in the end once in 288: about a day. */
    private static final int SHORTEST_REFUSED = 12;

    private static final int LONGEST_REFUSED = 288;

    private static final double MOST_JITTER = 0.1;

    private final Duration shortest;
    private final Duration longest;
    private final DoubleSupplier random;

    @Inject
    public Cadence(ScheduleConfig config) {
        this(
                config.interval(),
                config.longestInterval(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * A cadence with these bounds.
     *
     * @param longest jitter included
     * @param random from 0 to 1
     */
    Cadence(Duration shortest, Duration longest, DoubleSupplier random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
    }

    /** How long a source rests that nobody has doubts about. */
    public Duration rest(History history) {
        double rest = shortest.toMillis() * BUSY / history.freshPerDay();
        double bounded = Math.max(shortest.toMillis(), Math.min(rest, longest.toMillis() / (1 + MOST_JITTER)));
        return Duration.ofMillis(Math.round(bounded));
    }

    /** How long a source rests until it is known whether its state will last. */
    public Duration shortest() {
        return shortest;
    }

    /**
     * When a source is due after a crawl.
     *
     * @param began when the crawl began; from there intervals count
     * @param ended when it had its answer; from there counts what the host asked for
     * @param failures those after this crawl
     * @param rest how long it rests while it fares well
     */
    public Instant due(Instant began, Instant ended, Outcome outcome, Failures failures, Duration rest) {
        Duration whileFailing = shortest.multipliedBy(intervals(outcome, failures.alike()));
        Instant usual = began.plus(jittered(whileFailing.compareTo(rest) > 0 ? whileFailing : rest));
        Duration asked = outcome.retryAfter();
        if (asked == null) {
            return usual;
        }
        Instant wished = ended.plus(jittered(asked));
        return wished.isAfter(usual) ? wished : usual;
    }

    /**
     * When a source is due that should have been crawled long ago: as soon as if nothing had been amiss, and at no other time than
     * that, so that after a standstill all sources come as thinly as ever.
     *
     * @param rest how long it rests
     */
    public Instant caughtUp(Instant now, Duration rest) {
        return now.plusMillis((long) (rest.toMillis() * random.getAsDouble()));
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
