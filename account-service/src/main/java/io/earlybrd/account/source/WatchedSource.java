package io.earlybrd.account.source;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A board or feed that the scraper polls.
 *
 * @param sourceId {@code greenhouse/stripe}
 * @param health {@code new}, {@code healthy}, {@code degraded}, {@code blocked} or {@code gone}
 * @param lastSuccessAt end of the last crawl that read the whole source
 * @param failures crawls in a row that gave no list
 * @param disabledAt since when it is switched off
 */
public record WatchedSource(
        UUID id,
        String sourceId,
        String provider,
        String board,
        Optional<String> company,
        String health,
        Optional<Instant> lastSuccessAt,
        int openJobs,
        int failures,
        Optional<Instant> disabledAt) {}
