package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.health.Health;
import io.earlybrd.scraper.health.History;
import io.earlybrd.scraper.health.Report;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.schedule.Claim;
import org.jspecify.annotations.Nullable;

/** How a source fares after a crawl. */
record Aftermath(Failures failures, Health health, Report report, History history) {

    /** What follows from a crawl and from what there was before it. */
    static Aftermath of(Claim claim, Crawled crawled) {
        Claim.Past past = claim.past();
        Outcome outcome = crawled.outcome();
        Failures failures = past.failures().after(outcome);
        Health health = Health.after(outcome, failures, past.openJobs());
        return new Aftermath(
                failures,
                health,
                past.report().after(outcome, past.health(), health),
                past.history()
                        .after(
                                listed(past, outcome),
                                past.baseline() ? crawled.changes().fresh() : 0));
    }

    /** Whether nothing is to be written but that the source was asked: it was healthy, and nothing is new. */
    boolean uneventful(Claim claim, Outcome outcome) {
        return outcome.kind() == Outcome.Kind.NOT_MODIFIED
                && claim.past().health() == Health.HEALTHY
                && report.told() == claim.past().report().told()
                && history.equals(claim.past().history());
    }

    /** Whether it was read, or known, to its end. */
    boolean success() {
        return health == Health.HEALTHY;
    }

    /** What is listed according to this crawl; a list that is what it was is the one that was believed last. */
    private static @Nullable Integer listed(Claim.Past past, Outcome outcome) {
        if (outcome.wholeList()) {
            return outcome.listed().size() + outcome.listed().unusable();
        }
        return outcome.kind() == Outcome.Kind.NOT_MODIFIED && past.health() == Health.DEGRADED
                ? past.lastYield()
                : null;
    }
}
