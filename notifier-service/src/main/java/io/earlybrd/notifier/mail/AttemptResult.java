package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.ledger.FateChange;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.ledger.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be written down after an attempt.
 *
 * @param settlement of the mail
 * @param changes of the fates of its matches
 * @param deadAddress the address, if it takes no mail at all
 */
record AttemptResult(Settlement settlement, List<FateChange> changes, Optional<String> deadAddress) {

    private static final String GIVEN_UP = "given-up";

    static AttemptResult of(Attempt attempt, RetrySchedule retries, Instant now) {
        ReadyMail ready = attempt.mail();
        QueuedMail mail = ready.mail();
        if (attempt.outcome() instanceof SmtpOutcome.Accepted) {
            return new AttemptResult(Settlement.sent(mail), changes(ready, FateChange::sent), Optional.empty());
        }
        if (attempt.outcome() instanceof SmtpOutcome.Refused refused) {
            Optional<String> dead = refused.addressDead() ? Optional.of(ready.address()) : Optional.empty();
            return bounced(ready, refused.problem(), dead);
        }
        return retries.pauseAfter(attempt.outcome(), mail, now)
                .map(pause -> again(ready, attempt.outcome().problem(), pause, now))
                .orElseGet(() -> bounced(ready, GIVEN_UP, Optional.empty()));
    }

    private static AttemptResult bounced(ReadyMail ready, String problem, Optional<String> dead) {
        return new AttemptResult(
                Settlement.bounced(ready.mail(), problem),
                changes(ready, entry -> FateChange.bounced(entry, problem)),
                dead);
    }

    /** The ledger is told of the first deferral only, or a server that is down for hours would fill it. */
    private static AttemptResult again(ReadyMail ready, String problem, Duration pause, Instant now) {
        boolean told = ready.entries().stream()
                .anyMatch(entry ->
                        entry.reason().filter(Waiting.DEFERRED.word()::equals).isPresent());
        List<FateChange> changes = told
                ? List.of()
                : changes(ready, entry -> FateChange.pending(entry, Waiting.DEFERRED, now.plus(pause)));
        return new AttemptResult(Settlement.again(ready.mail(), problem, pause), changes, Optional.empty());
    }

    private static List<FateChange> changes(ReadyMail ready, Function<LedgerEntry, FateChange> change) {
        return ready.entries().stream().map(change).toList();
    }
}
