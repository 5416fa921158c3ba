package io.earlybrd.notifier.ledger;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One match of a subscriber and what became of it.
 *
 * @param subscriberId the subscriber
 * @param jobId the job
 * @param version grows by one per change of the entry
 * @param job what a mail shows of the job
 * @param hops when the job passed each hop before this service
 * @param jobClosed whether the employer has taken the job down, as far as is known now
 * @param traceparent the trace that the job came with, in W3C form; empty where nothing is traced
 * @param alerts the alerts that it matched, with versions and reasons
 * @param fate what became of it
 * @param reason why it is pending or was not sent
 * @param dueAt when a pending match is looked at next
 * @param mailId the mail that carries it
 * @param messageId of that mail
 * @param recordedAt when it was written into the ledger
 * @param changedAt when its fate last changed
 */
public record LedgerEntry(
        UUID subscriberId,
        String jobId,
        long version,
        JobSummary job,
        HopTimes hops,
        boolean jobClosed,
        String traceparent,
        List<AlertMatch> alerts,
        Fate fate,
        Optional<String> reason,
        Instant dueAt,
        Optional<UUID> mailId,
        Optional<String> messageId,
        Instant recordedAt,
        Instant changedAt) {

    public LedgerEntry {
        alerts = List.copyOf(alerts);
    }
}
