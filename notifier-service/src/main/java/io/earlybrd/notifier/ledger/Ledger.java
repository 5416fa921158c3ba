package io.earlybrd.notifier.ledger;

import io.earlybrd.events.FateChanged;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.events.trace.TraceParent;
import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes matches down and changes their fates, and tells the other services of both in the same transaction. All methods must be
 * called within a Panache transaction.
 */
@ApplicationScoped
public class Ledger {

    /**
     * In the order of the ids, so that two instances that write the same subscribers never lock each other out. Who was not told of the
     * job because it was closed is told if this version is later than the close. Not if it was in a mail: an earlier attempt may have
     * delivered that.
     */
    private static final String RECORD = """
            with matched as (
                select "subscriberId" as subscriber_id, alerts
                from jsonb_to_recordset(cast(cast(:matches as text) as jsonb)) as m ("subscriberId" uuid, alerts jsonb)
            ), known as (
                insert into job (job_id, version, summary, hops, traceparent)
                values (:jobId, :jobVersion, cast(cast(:job as text) as jsonb), cast(cast(:hops as text) as jsonb),
                        cast(:traceparent as text))
                on conflict do nothing
            ), fresh as (
                insert into ledger (subscriber_id, job_id, job_version, alerts, version, fate, reason, due_at,
                                    recorded_at, changed_at)
                select subscriber_id, :jobId, :jobVersion, alerts, 1, 'pending', 'coalescing', cast(:dueAt as timestamptz),
                       cast(:now as timestamptz), cast(:now as timestamptz)
                from matched
                order by subscriber_id
                on conflict (subscriber_id, job_id) do nothing
                returning subscriber_id, version
            ), reopened as (
                update ledger set
                    job_version = :jobVersion, alerts = matched.alerts, version = ledger.version + 1,
                    fate = 'pending', reason = 'coalescing', due_at = cast(:dueAt as timestamptz),
                    recorded_at = cast(:now as timestamptz), changed_at = cast(:now as timestamptz)
                from matched
                where exists (select from job_state where job_id = :jobId and version <= :jobVersion)
                  and ledger.subscriber_id = matched.subscriber_id and ledger.job_id = :jobId
                  and fate = 'suppressed' and reason = 'closed' and mail_id is null
                returning ledger.subscriber_id, ledger.version
            ), recorded as (
                select * from fresh union all select * from reopened
            ), due as (
                insert into due_subscriber (subscriber_id, due_at)
                select subscriber_id, cast(:dueAt as timestamptz) from recorded order by subscriber_id
                on conflict (subscriber_id) do update set due_at = least(due_subscriber.due_at, excluded.due_at)
            )
            select cast(jsonb_build_object('subscriberId', subscriber_id, 'version', version) as text) from recorded
            """;

    /** Only if nobody has changed the entry since it was read. */
    private static final String CHANGE = """
            update ledger set
                fate = change.fate, reason = change.reason, due_at = change."dueAt", mail_id = change."mailId",
                version = ledger.version + 1, changed_at = cast(:now as timestamptz)
            from jsonb_to_recordset(cast(cast(:changes as text) as jsonb))
                 as change ("subscriberId" uuid, "jobId" text, version bigint, fate text, reason text, "dueAt" timestamptz,
                            "mailId" uuid)
            where ledger.subscriber_id = change."subscriberId" and ledger.job_id = change."jobId"
              and ledger.version = change.version
            returning ledger.subscriber_id || '/' || ledger.job_id
            """;

    private final Outbox outbox;
    private final Clock clock;
    private final LedgerConfig config;
    private final LedgerMetrics metrics;

    Ledger(Outbox outbox, Clock clock, LedgerConfig config, LedgerMetrics metrics) {
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Writes down those matches that are new, and gives how many they are: a match that has a row already changes nothing, unless it was
     * not mailed because its job was closed, and the job is open again.
     */
    public Uni<Integer> record(JobMatched matched) {
        Instant now = clock.instant();
        Instant dueAt = now.plus(config.coalesce());
        return Sql.of(RECORD)
                .withJson("matches", matched.subscribers())
                .with("jobId", matched.jobId())
                .with("jobVersion", matched.jobVersion())
                .withJson("job", matched.job())
                .withJson("hops", matched.hops())
                .with("traceparent", TraceParent.current())
                .with("dueAt", dueAt)
                .with("now", now)
                .list(Recorded.class)
                .map(rows -> rows.stream().collect(Collectors.toMap(Recorded::subscriberId, Recorded::version)))
                .chain(recorded ->
                        outbox.append(told(matched, recorded, dueAt, now)).replaceWith(recorded.size()))
                .invoke(metrics::recorded);
    }

    /**
     * Makes the changes and tells of those that are news. A change of an entry that somebody else has changed meanwhile is dropped, which is a
     * fence and no race: the caller holds what only one can hold, the row of the subscriber for entries without a mail, and for
     * the others the mail with its attempt.
     */
    public Uni<Void> apply(Collection<FateChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return Sql.of(CHANGE)
                .withJson("changes", changes.stream().map(Row::of).toList())
                .with("now", now)
                .texts()
                .map(Set::copyOf)
                .map(changed -> changes.stream()
                        .filter(change -> changed.contains(name(change)))
                        .toList())
                .invoke(metrics::changed)
                .chain(made -> outbox.append(made.stream()
                        .filter(FateChange::isNews)
                        .map(change -> change.told(now))
                        .toList()));
    }

    private static List<FateChanged> told(JobMatched matched, Map<UUID, Long> recorded, Instant dueAt, Instant now) {
        return matched.subscribers().stream()
                .filter(match -> recorded.containsKey(match.subscriberId()))
                .map(match -> told(matched, match, recorded.get(match.subscriberId()), dueAt, now))
                .toList();
    }

    private static FateChanged told(
            JobMatched matched, SubscriberMatch match, long version, Instant dueAt, Instant now) {
        return new FateChanged(
                match.subscriberId(),
                matched.jobId(),
                version,
                matched.job().title(),
                matched.job().company(),
                matched.job().url(),
                match.alerts(),
                FateChanged.PENDING,
                Optional.of(Waiting.COALESCING.word()),
                Optional.of(dueAt),
                Optional.empty(),
                matched.hops().matchedAt(),
                now);
    }

    private static String name(FateChange change) {
        return change.entry().subscriberId() + "/" + change.entry().jobId();
    }

    /** An entry that was written, in its new version. */
    private record Recorded(UUID subscriberId, long version) {}

    /** A change as JSON. */
    private record Row(
            UUID subscriberId,
            String jobId,
            long version,
            String fate,
            Optional<String> reason,
            Instant dueAt,
            Optional<UUID> mailId) {

        static Row of(FateChange change) {
            return new Row(
                    change.entry().subscriberId(),
                    change.entry().jobId(),
                    change.entry().version(),
                    change.fate().word(),
                    change.reason(),
                    change.dueAt(),
                    change.mailId());
        }
    }
}
