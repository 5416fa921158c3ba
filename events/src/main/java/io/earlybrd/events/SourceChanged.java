package io.earlybrd.events;

import java.time.Instant;
import java.util.Optional;

/**
 * What we know of a source now. Topic {@code sources} (compacted), key {@code sourceId}, owner scraper.
 *
 * @param sourceId {@code provider/board}, for example {@code greenhouse/stripe}
 * @param version grows by one per change of this source
 * @param provider the kind of source: {@code greenhouse}, {@code lever}, {@code rss} …
 * @param board the board's name at the provider, or the address of a feed
 * @param company name of the employer, if it is known
 * @param health {@code new}, {@code healthy}, {@code degraded}, {@code blocked} or {@code gone}
 * @param lastSuccessAt end of the last crawl that read the whole source
 * @param lastYield postings that this crawl listed
 * @param openJobs jobs of this source that are open now
 * @param disabledAt since when it is switched off and not polled; its health is what it was then
 * @param changedAt when this became true
 */
public record SourceChanged(
        String sourceId,
        long version,
        String provider,
        String board,
        Optional<String> company,
        String health,
        Optional<Instant> lastSuccessAt,
        int lastYield,
        int openJobs,
        Optional<Instant> disabledAt,
        Instant changedAt)
        implements Event {

    @Override
    public String key() {
        return sourceId;
    }
}
