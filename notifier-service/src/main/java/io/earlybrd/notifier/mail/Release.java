package io.earlybrd.notifier.mail;

import io.earlybrd.events.MailRequested;
import io.earlybrd.notifier.gate.Gate;
import io.earlybrd.notifier.ledger.Ledger;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.loop.BatchFailed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Lets mails go: leases them, asks the gate once more about every match, and drops what may not be sent any more. Whoever stops an
 * alert later than this finds at most the mails too late that are on the wire by then. Must be called within a Panache transaction.
 */
@ApplicationScoped
class Release {

    private final MailQueue queue;
    private final MailContents contents;
    private final Ledger ledger;
    private final Gate gate;
    private final Clock clock;
    private final MailConfig config;
    private final UnderWay underWay;

    Release(
            MailQueue queue,
            MailContents contents,
            Ledger ledger,
            Gate gate,
            Clock clock,
            MailConfig config,
            UnderWay underWay) {
        this.queue = queue;
        this.contents = contents;
        this.ledger = ledger;
        this.gate = gate;
        this.clock = clock;
        this.config = config;
        this.underWay = underWay;
    }

    /** Claims at most so many mails, and gives those of them that go; fails with {@link BatchFailed} if it cannot decide. */
    Uni<Released> take(int limit) {
        return queue.claim(limit, config.lease(), underWay.ids())
                .chain(mails -> mails.isEmpty()
                        ? Uni.createFrom().item(new Released(0, List.of()))
                        : contents.of(mails)
                                .chain(found -> release(mails, found))
                                .onFailure()
                                .transform(failure -> new BatchFailed(
                                        mails.stream().map(QueuedMail::mailId).toList(), failure)));
    }

    private Uni<Released> release(List<QueuedMail> mails, MailContents.Found found) {
        ReleasePlan plan = new ReleasePlan(gate, clock.instant());
        for (QueuedMail mail : mails) {
            List<LedgerEntry> matches = found.matches().getOrDefault(mail.mailId(), List.of());
            if (mail.request().isPresent()) {
                MailRequested request = mail.request().get();
                plan.decide(mail, request, found.suppressed().contains(request.to()));
            } else if (matches.isEmpty()) {
                plan.cancel(mail);
            } else {
                plan.decide(mail, matches, found.recipients().get(mail.subscriberId()));
            }
        }
        return ledger.apply(plan.changes())
                .chain(() -> queue.settle(plan.settlements()))
                .replaceWith(new Released(mails.size(), plan.ready()));
    }

    /**
     * What was claimed.
     *
     * @param claimed how many mails
     * @param ready those that go
     */
    record Released(int claimed, List<ReadyMail> ready) {}
}
