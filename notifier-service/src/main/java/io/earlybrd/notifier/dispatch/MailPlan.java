package io.earlybrd.notifier.dispatch;

import io.earlybrd.notifier.gate.Gate;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.gate.Verdict;
import io.earlybrd.notifier.ledger.FateChange;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.ledger.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done now with the matches of one subscriber: those that the gate refuses, those that wait, and those that make up
 * the next mail.
 *
 * @param changes the entries that are refused or wait
 * @param mail the entries of the mail, oldest first; empty if there is none
 */
record MailPlan(List<FateChange> changes, List<LedgerEntry> mail) {

    private static final Duration FIRST_LOOK_AGAIN = Duration.ofSeconds(1);

    /** Decides on the matches, oldest first; what does not fit into the mail is left for the next one. */
    static MailPlan of(List<LedgerEntry> matches, Recipient recipient, Gate gate, Instant now) {
        List<FateChange> changes = new ArrayList<>();
        MailBudget budget = new MailBudget();
        for (LedgerEntry match : matches) {
            Verdict verdict = gate.decide(recipient, match, now);
            if (verdict instanceof Verdict.Refused refused) {
                changes.add(FateChange.suppressed(match, refused.refusal().word()));
            } else if (verdict instanceof Verdict.Later later) {
                changes.add(FateChange.pending(match, later.why(), later.at()));
            } else if (verdict instanceof Verdict.Pass) {
                budget.offer(match);
            } else if (verdict instanceof Verdict.Unknown unknown) {
                changes.add(FateChange.pending(match, Waiting.WAITING, nextLook(match, unknown.lookWithin(), now)));
            }
        }
        return new MailPlan(changes, budget.taken());
    }

    /** Looks again after as long as it has waited, so that a short lag costs little and a long one costs few looks. */
    private static Instant nextLook(LedgerEntry match, Duration within, Instant now) {
        Duration waited = Duration.between(match.recordedAt(), now);
        Duration pause = waited.compareTo(FIRST_LOOK_AGAIN) < 0 ? FIRST_LOOK_AGAIN : waited;
        return now.plus(pause.compareTo(within) > 0 ? within : pause);
    }
}
