package io.earlybrd.notifier.dispatch;

import io.earlybrd.events.EventIds;
import io.earlybrd.notifier.dispatch.DueMatches.Batch;
import io.earlybrd.notifier.gate.Gate;
import io.earlybrd.notifier.ledger.FateChange;
import io.earlybrd.notifier.ledger.Ledger;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.loop.BatchFailed;
import io.earlybrd.notifier.mail.MailQueue;
import io.earlybrd.notifier.mail.NewMail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One round of dispatch: claims due subscribers, decides on their matches and queues their mails. Must be called within a Panache
 * transaction: either the mail exists and all its matches point to it, or nothing has happened.
 */
@ApplicationScoped
class Dispatch {

    private final DueMatches due;
    private final Ledger ledger;
    private final MailQueue mails;
    private final Gate gate;
    private final EventIds ids;
    private final Clock clock;

    Dispatch(DueMatches due, Ledger ledger, MailQueue mails, Gate gate, EventIds ids, Clock clock) {
        this.due = due;
        this.ledger = ledger;
        this.mails = mails;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    /** Decides on at most so many subscribers, and gives on how many; fails with {@link BatchFailed} if it cannot. */
    Uni<Integer> round(int subscribers) {
        Instant now = clock.instant();
        return due.claim(now, subscribers)
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(0)
                        : due.of(claimed, now)
                                .chain(batch -> decide(batch, now))
                                .onFailure()
                                .transform(failure -> new BatchFailed(claimed, failure))
                                .replaceWith(claimed.size()));
    }

    private Uni<Integer> decide(Batch batch, Instant now) {
        List<FateChange> changes = new ArrayList<>();
        List<NewMail> newMails = new ArrayList<>();
        decide(batch, now, changes, newMails);
        return mails.add(newMails).chain(() -> ledger.apply(changes)).chain(() -> due.settle(batch));
    }

    private void decide(Batch batch, Instant now, List<FateChange> changes, List<NewMail> newMails) {
        batch.matches().forEach((subscriberId, matches) -> {
            MailPlan plan = MailPlan.of(matches, batch.recipients().get(subscriberId), gate, now);
            changes.addAll(plan.changes());
            if (!plan.mail().isEmpty()) {
                NewMail mail = NewMail.ofAlerts(ids.next(), subscriberId);
                newMails.add(mail);
                for (LedgerEntry match : plan.mail()) {
                    changes.add(FateChange.mailed(match, mail.mailId(), mails.messageIdOf(mail)));
                }
            }
        });
    }
}
