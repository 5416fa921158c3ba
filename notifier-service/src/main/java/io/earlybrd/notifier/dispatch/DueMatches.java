package io.earlybrd.notifier.dispatch;

import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.ledger.DueSubscribers;
import io.earlybrd.notifier.ledger.LedgerEntries;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.recipient.Recipients;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Claims what is to be decided now, with all that the decision needs. Must be used within one Panache transaction. */
@ApplicationScoped
class DueMatches {

    /** More than fit into one mail, since some are refused; the rest is decided in the next round. */
    private static final int PER_SUBSCRIBER = 4 * MailBudget.MAX_JOBS;

    /** However many subscribers are claimed, so that a flood fills neither the heap nor a transaction. */
    private static final int PER_BATCH = 2_000;

    private final DueSubscribers due;
    private final LedgerEntries entries;
    private final Recipients recipients;

    DueMatches(DueSubscribers due, LedgerEntries entries, Recipients recipients) {
        this.due = due;
        this.entries = entries;
        this.recipients = recipients;
    }

    /** Claims subscribers whose time has come; no other instance decides on them until the transaction ends. */
    Uni<List<UUID>> claim(Instant now, int subscribers) {
        return due.claim(now, subscribers);
    }

    /** What is to be decided on now of claimed subscribers; what is beyond the bound stays due. */
    Uni<Batch> of(List<UUID> claimed, Instant now) {
        return entries.toDecide(claimed, now, PER_SUBSCRIBER, PER_BATCH).chain(matches -> batch(claimed, matches));
    }

    /** Sets when each claimed subscriber is due next. */
    Uni<Integer> settle(Batch batch) {
        return due.settle(batch.claimed());
    }

    private Uni<Batch> batch(List<UUID> claimed, List<LedgerEntry> matches) {
        return recipients
                .of(matches)
                .map(known -> new Batch(
                        claimed, matches.stream().collect(Collectors.groupingBy(LedgerEntry::subscriberId)), known));
    }

    /**
     * Subscribers that are held, and their matches.
     *
     * @param claimed ids of all of them
     * @param matches what is to be decided on, oldest first, by subscriber
     * @param recipients what is known of those that have matches
     */
    record Batch(List<UUID> claimed, Map<UUID, List<LedgerEntry>> matches, Map<UUID, Recipient> recipients) {}
}
