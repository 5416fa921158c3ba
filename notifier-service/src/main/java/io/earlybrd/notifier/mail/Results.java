package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.ledger.Ledger;
import io.earlybrd.notifier.suppression.SuppressedAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down how attempts have ended: the mail, the fates of its matches and the events about them, all or nothing. Must be called
 * within a Panache transaction.
 */
@ApplicationScoped
class Results {

    private final MailQueue queue;
    private final Ledger ledger;
    private final SuppressedAddresses suppressed;
    private final RetrySchedule retries;
    private final Clock clock;

    Results(MailQueue queue, Ledger ledger, SuppressedAddresses suppressed, MailConfig config, Clock clock) {
        this.queue = queue;
        this.ledger = ledger;
        this.suppressed = suppressed;
        this.retries = new RetrySchedule(config.retry());
        this.clock = clock;
    }

    /** Writes the results of attempts that still hold their mail; another instance's later attempt wins over this one. */
    Uni<Void> write(List<Attempt> attempts) {
        List<AttemptResult> results = attempts.stream()
                .map(attempt -> AttemptResult.of(attempt, retries, clock.instant()))
                .toList();
        return queue.settle(results.stream().map(AttemptResult::settlement).toList())
                .chain(settled -> writeFates(
                        results.stream().filter(result -> isOf(settled, result)).toList()));
    }

    private Uni<Void> writeFates(List<AttemptResult> results) {
        Uni<Void> written = ledger.apply(
                results.stream().flatMap(result -> result.changes().stream()).toList());
        for (AttemptResult result : results) {
            if (result.deadAddress().isPresent()) {
                written = written.chain(() -> suppressed.add(
                        result.settlement().mail().subscriberId(),
                        result.deadAddress().get(),
                        SuppressedAddresses.BOUNCED));
            }
        }
        return written;
    }

    private static boolean isOf(Set<UUID> settled, AttemptResult result) {
        return settled.contains(result.settlement().mail().mailId());
    }
}
