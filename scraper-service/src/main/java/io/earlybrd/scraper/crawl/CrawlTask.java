package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.health.CrawlMetrics;
import io.earlybrd.scraper.posting.Changes;
import io.earlybrd.scraper.provider.Adapters;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.schedule.Claim;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** A claimed source from its trace's first span to its line in the log. */
@ApplicationScoped
class CrawlTask {

    private final Adapters adapters;
    private final Crawler crawler;
    private final CrawlRecorder recorder;
    private final CrawlTrace trace;
    private final CrawlMetrics metrics;

    CrawlTask(Adapters adapters, Crawler crawler, CrawlRecorder recorder, CrawlTrace trace, CrawlMetrics metrics) {
        this.adapters = adapters;
        this.crawler = crawler;
        this.recorder = recorder;
        this.trace = trace;
        this.metrics = metrics;
    }

    /** Crawls and records. Must be called on a Vert.x context of its own. */
    Uni<Void> run(Claim claim) {
        long beganNanos = System.nanoTime();
        metrics.claimed(Duration.between(claim.dueAt(), claim.claimedAt()));
        return trace.in(
                        claim.provider(),
                        claim.source(),
                        () -> crawl(claim).call(crawled -> recorder.record(claim, crawled)))
                .invoke(crawled -> report(claim, crawled, Duration.ofNanos(System.nanoTime() - beganNanos)))
                .replaceWithVoid();
    }

    private Uni<Crawled> crawl(Claim claim) {
        return adapters.find(claim.provider())
                .map(adapter -> crawler.crawl(claim, adapter))
                .orElseGet(() -> Uni.createFrom()
                        .item(Crawled.without(null, new Outcome.Unreachable("no adapter for this provider", null))));
    }

    private void report(Claim claim, Crawled crawled, Duration took) {
        Outcome outcome = crawled.outcome();
        Changes changes = crawled.changes();
        metrics.crawled(claim.provider(), outcome.kind(), took);
        metrics.published(claim.provider(), "new", changes.fresh());
        metrics.published(claim.provider(), "changed", changes.changed());
        metrics.published(claim.provider(), "closed", changes.closed());
        String line = String.format(
                "crawl finished source=%s outcome=%s postings=%d new=%d changed=%d closed=%d took=%s%s",
                claim.source(),
                outcome.kind().name().toLowerCase(Locale.ROOT),
                outcome.postings().size(),
                changes.fresh(),
                changes.changed(),
                changes.closed(),
                Duration.ofMillis(took.toMillis()),
                outcome.reason().isEmpty() ? "" : " reason=\"" + outcome.reason() + "\"");
        switch (outcome.kind()) {
            case OK, EMPTY -> Log.info(line);
            // What happens every few minutes for every source is not news.
            case NOT_MODIFIED -> Log.debug(line);
            case PARTIAL, BLOCKED, GONE, CHANGED_SHAPE, UNREACHABLE -> Log.warn(line);
        }
    }
}
