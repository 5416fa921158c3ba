package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.health.Day;
import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.health.Health;
import io.earlybrd.scraper.health.History;
import io.earlybrd.scraper.health.Report;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the claiming statement gives back. */
record ClaimedRow(
        UUID id,
        String provider,
        String board,
        @Nullable String company,
        String host,
        long fence,
        Instant dueAt,
        @Nullable String etag,
        @Nullable String lastModified,
        String health,
        @Nullable Instant listedAt,
        int failures,
        int failuresAlike,
        @Nullable String failedAs,
        boolean baseline,
        int openJobs,
        int lastYield,
        Instant toldAt,
        @Nullable String reported,
        int steady,
        @Nullable List<Day> days) {

    /**
     * For so long a source may say that nothing changed: less than a day, so that one that says so wrongly hides no job for
     * longer.
     */
    private static final Duration BELIEVED = Duration.ofHours(23);

    Claim claim(Instant now, Lease lease) {
        boolean believed = listedAt != null && listedAt.plus(BELIEVED).isAfter(now);
        return new Claim(
                id,
                provider,
                new Board(board, company),
                host,
                fence,
                dueAt,
                now,
                lease,
                believed ? new Validators(etag, lastModified) : Validators.NONE,
                new Claim.Past(
                        baseline,
                        Health.of(health),
                        failed(),
                        openJobs,
                        lastYield,
                        toldAt,
                        new History(LocalDate.ofInstant(now, ZoneOffset.UTC), days == null ? List.of() : days),
                        new Report(reported == null ? null : Health.of(reported), steady)));
    }

    private Failures failed() {
        return new Failures(
                failures,
                failuresAlike,
                failedAs == null ? null : Outcome.Kind.valueOf(failedAs.toUpperCase(Locale.ROOT)));
    }
}
