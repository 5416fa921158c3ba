package io.earlybrd.notifier.ledger;

import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the ledger. All methods must be called within a Panache transaction or session. */
@ApplicationScoped
public class LedgerEntries {

    /**
     * The job is closed if nothing is known of it that is newer than its close, neither from its own topic nor from a match: either may
     * be ahead of the other. Looked up for each row, which is few rows of a large table, whatever the planner thinks how many they are.
     */
    private static final String ENTRY = """
            select cast(jsonb_build_object(
                'subscriberId', l.subscriber_id, 'jobId', l.job_id, 'version', l.version, 'job', j.summary, 'hops', j.hops,
                'jobClosed', coalesce((
                    select state.closed_at is not null and not exists (
                        select from job newer where newer.job_id = state.job_id and newer.version > state.version)
                    from job_state state where state.job_id = l.job_id), false),
                'traceparent', j.traceparent,
                'alerts', l.alerts, 'fate', l.fate, 'reason', l.reason, 'dueAt', l.due_at, 'mailId', l.mail_id,
                'messageId', m.message_id, 'recordedAt', l.recorded_at, 'changedAt', l.changed_at) as text)
            """;

    /** The newest of a subscriber, or those before a time. */
    private static final String OF_SUBSCRIBER = ENTRY + """
            from ledger l join job j on j.job_id = l.job_id and j.version = l.job_version left join mail m using (mail_id)
            where l.subscriber_id = :subscriberId and l.recorded_at < cast(:before as timestamptz)
            order by l.recorded_at desc, l.job_id
            limit :limit
            """;

    /**
     * What is due, and then, as far as there is room, what would be due within the minute or as soon as something arrives: it goes into
     * the same mail.
     */
    private static final String TO_DECIDE = ENTRY + """
            from unnest(cast(:subscriberIds as uuid[])) as claimed (subscriber_id)
                 cross join lateral (
                     select * from ledger
                     where ledger.subscriber_id = claimed.subscriber_id and fate = 'pending' and mail_id is null
                       and (due_at <= cast(:now as timestamptz) or reason in ('coalescing', 'waiting'))
                     order by due_at <= cast(:now as timestamptz) desc, recorded_at, job_id
                     limit :limit) l
                 join job j on j.job_id = l.job_id and j.version = l.job_version left join mail m using (mail_id)
            order by l.recorded_at, l.job_id
            limit :total
            """;

    private static final String IN_MAILS = ENTRY + """
            from ledger l join job j on j.job_id = l.job_id and j.version = l.job_version join mail m using (mail_id)
            where l.mail_id = any(cast(:mailIds as uuid[])) and l.fate = 'pending'
            order by l.recorded_at, l.job_id
            """;

    /** The entries of a subscriber that were recorded before a time, newest first. */
    public Uni<List<LedgerEntry>> ofSubscriber(UUID subscriberId, Instant before, int limit) {
        return Sql.of(OF_SUBSCRIBER)
                .with("subscriberId", subscriberId)
                .with("before", before)
                .with("limit", limit)
                .list(LedgerEntry.class);
    }

    /** The oldest entries of these subscribers that are to be decided on now, oldest first. */
    public Uni<List<LedgerEntry>> toDecide(List<UUID> subscriberIds, Instant now, int limitPerSubscriber, int total) {
        return Sql.of(TO_DECIDE)
                .with("subscriberIds", subscriberIds)
                .with("now", now)
                .with("limit", limitPerSubscriber)
                .with("total", total)
                .list(LedgerEntry.class);
    }

    /** The entries that these mails still have to deliver, oldest first. */
    public Uni<List<LedgerEntry>> inMails(List<UUID> mailIds) {
        return Sql.of(IN_MAILS).with("mailIds", mailIds).list(LedgerEntry.class);
    }
}
