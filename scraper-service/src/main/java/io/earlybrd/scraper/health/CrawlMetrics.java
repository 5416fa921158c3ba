package io.earlybrd.scraper.health;

import io.earlybrd.scraper.provider.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** What crawls tell their operator. Tags are provider and outcome, never a board. */
@ApplicationScoped
public class CrawlMetrics {

    /** Time of a crawl from request to record; its count is the number of crawls by provider and outcome. */
    static final String DURATION = "earlybrd.crawl.duration";

    /** By how much a source was late when its crawl began. */
    static final String DELAY = "earlybrd.claim.delay";

    /** Facts published about jobs, by provider and kind: new, changed, closed. */
    static final String PUBLISHED = "earlybrd.posting.published";

    private final MeterRegistry registry;

    CrawlMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Notes that a crawl begins. */
    public void claimed(Duration late) {
        registry.timer(DELAY).record(late);
    }

    /** Counts a crawl. */
    public void crawled(String provider, Outcome.Kind outcome, Duration took) {
        registry.timer(DURATION, "provider", provider, "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .record(took);
    }

    /** Counts facts about jobs. */
    public void published(String provider, String kind, int count) {
        registry.counter(PUBLISHED, "provider", provider, "kind", kind).increment(count);
    }
}
