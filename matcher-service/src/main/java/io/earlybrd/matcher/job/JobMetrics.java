package io.earlybrd.matcher.job;

import io.earlybrd.events.JobMatched;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** What became of the jobs that were taken, and how long matching took. */
@ApplicationScoped
class JobMetrics {

    /** Jobs by outcome: {@code matched}, {@code unmatched}, {@code backfill}, {@code closed}. */
    static final String JOBS = "earlybrd.match.job";

    /** Pairs of subscriber and job that were published. */
    static final String FOUND = "earlybrd.match.found";

    /** Time to find whom one job is for. */
    static final String DURATION = "earlybrd.match.duration";

    static final String MATCHED = "matched";
    static final String UNMATCHED = "unmatched";
    static final String BACKFILL = "backfill";
    static final String CLOSED = "closed";

    private final MeterRegistry registry;
    private final Counter found;
    private final Timer duration;

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        found = registry.counter(FOUND);
        duration = Timer.builder(DURATION).publishPercentileHistogram().register(registry);
    }

    void job(String outcome) {
        registry.counter(JOBS, "outcome", outcome).increment();
    }

    List<JobMatched> timed(Supplier<List<JobMatched>> matching) {
        return duration.record(matching);
    }

    void published(List<JobMatched> matches) {
        job(matches.isEmpty() ? UNMATCHED : MATCHED);
        found.increment(
                matches.stream().mapToInt(match -> match.subscribers().size()).sum());
    }
}
