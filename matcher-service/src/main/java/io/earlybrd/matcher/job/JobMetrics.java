package io.earlybrd.matcher.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What became of the jobs that were taken, how long it took, and whether it goes on. */
@ApplicationScoped
class JobMetrics {

    /** Jobs by outcome: {@code matched}, {@code unmatched}, {@code backfill}, {@code closed}. */
    static final String JOBS = "earlybrd.match.job";

    /** Pairs of subscriber and job that were published. */
    static final String FOUND = "earlybrd.match.found";

    /** Time to find whom one job is for. */
    static final String DURATION = "earlybrd.match.duration";

    /** Time from the job's publishing by the scraper until its matches are on the broker. */
    static final String DWELL = "earlybrd.match.dwell";

    /** Seconds since what waits longest of the jobs under way was taken; zero if none is, grows if matching is stuck. */
    static final String AGE = "earlybrd.match.age";

    static final String MATCHED = "matched";
    static final String UNMATCHED = "unmatched";
    static final String BACKFILL = "backfill";
    static final String CLOSED = "closed";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Counter found;
    private final Timer duration;
    private final Timer dwell;
    private final Map<Object, Instant> underWay = new ConcurrentHashMap<>();

    JobMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        found = registry.counter(FOUND);
        duration = Timer.builder(DURATION).publishPercentileHistogram().register(registry);
        dwell = Timer.builder(DWELL).publishPercentileHistogram().register(registry);
        Gauge.builder(AGE, this, metrics -> metrics.age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
    }

    void job(String outcome) {
        registry.counter(JOBS, "outcome", outcome).increment();
    }

    <T> T timed(Supplier<T> matching) {
        return duration.record(matching);
    }

    void published(int subscribers, Instant publishedAt) {
        job(subscribers == 0 ? UNMATCHED : MATCHED);
        found.increment(subscribers);
        Instant now = clock.instant();
        // The scraper may be on a machine whose clock is ahead.
        dwell.record(publishedAt.isBefore(now) ? Duration.between(publishedAt, now) : Duration.ZERO);
    }

    /** Notes that jobs were taken; to be run when they are through. */
    Runnable underWay() {
        Object jobs = new Object();
        underWay.put(jobs, clock.instant());
        return () -> underWay.remove(jobs);
    }

    private Duration age() {
        Instant now = clock.instant();
        return underWay.values().stream()
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }
}
