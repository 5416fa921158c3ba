package io.earlybrd.notifier.ledger;

import static io.earlybrd.notifier.intake.Requirement.require;
import static io.earlybrd.notifier.intake.Requirement.requireParts;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Repost;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.UnreadableEvent;

/** Refuses matches of which no mail could ever be made. */
final class MatchCheck {

    private MatchCheck() {}

    /** @throws UnreadableEvent if a part is missing that a mail or the ledger shows */
    static void refuseImpossible(JobMatched matched) {
        requireParts("match", matched.jobId(), matched.job(), matched.hops());
        requireParts(
                "time of a match",
                matched.hops().firstSeenAt(),
                matched.hops().publishedAt(),
                matched.hops().matchedAt());
        check(matched.job());
        matched.subscribers().forEach(MatchCheck::check);
    }

    private static void check(JobSummary job) {
        requireParts("job of a match", job.title(), job.company(), job.url());
        job.places().forEach(place -> requireParts("place of a job", place.text()));
        job.salary().ifPresent(salary -> requireParts("pay of a job", salary.currency(), salary.period()));
        job.attribution().ifPresent(board -> requireParts("attribution of a job", board.name(), board.url()));
        job.repost().ifPresent(MatchCheck::check);
    }

    private static void check(Repost before) {
        requireParts("repost of a job", before.openSince());
        require(before.times() > 0, "a repost was never listed again");
    }

    private static void check(SubscriberMatch match) {
        requireParts("subscriber of a match", match.subscriberId());
        require(!match.alerts().isEmpty(), "a match is of no alert");
        match.alerts().forEach(MatchCheck::check);
    }

    private static void check(AlertMatch alert) {
        requireParts("alert of a match", alert.alertId());
        alert.reasons().forEach(reason -> requireParts("reason of a match", reason.clause(), reason.field()));
    }
}
