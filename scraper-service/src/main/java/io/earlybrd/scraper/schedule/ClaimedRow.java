package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.health.Health;
import io.earlybrd.scraper.provider.Board;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the claiming statement gives back. */
record ClaimedRow(
        UUID id,
        String provider,
        String board,
        @Nullable String company,
        long fence,
        @Nullable String etag,
        @Nullable String lastModified,
        String health,
        int failures,
        boolean baseline,
        int openJobs,
        Instant toldAt) {

    Claim claim(Instant now) {
        return new Claim(
                id,
                provider,
                new Board(board, company),
                fence,
                now,
                new Validators(etag, lastModified),
                new Claim.Past(baseline, Health.of(health), failures, openJobs, toldAt));
    }
}
