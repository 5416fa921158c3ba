package io.earlybrd.scraper.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as callers see it.
 *
 * @param id for addresses: {@code /api/sources/{id}/poll}
 * @param sourceId as events name it: {@code greenhouse/stripe}
 * @param lastCrawlAt end of the last crawl, however it went
 * @param lastSuccessAt end of the last crawl that read the whole source
 * @param lastYield listings of that crawl
 * @param failures crawls in a row that gave no list
 * @param dueAt when it is crawled next, unless it is switched off
 * @param disabledAt since when it is switched off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
        UUID id,
        String sourceId,
        String provider,
        String board,
        @Nullable String company,
        String health,
        @Nullable Instant lastCrawlAt,
        @Nullable Instant lastSuccessAt,
        int lastYield,
        int openJobs,
        int failures,
        Instant dueAt,
        @Nullable Instant disabledAt) {

    /** Whether it is polled. */
    @JsonProperty
    public boolean enabled() {
        return disabledAt == null;
    }
}
