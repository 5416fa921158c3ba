package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The mails on their way. Leases and pauses run by the database's clock, which all instances share. All methods must be called
 * within a Panache transaction.
 */
@ApplicationScoped
public class MailQueue {

    private static final String ADD = """
            insert into mail (mail_id, subscriber_id, mail_class, message_id, state, request, created_at)
            select "mailId", "subscriberId", "mailClass", '<' || "mailId" || '@' || cast(:domain as text) || '>', 'queued', request,
                   cast(:now as timestamptz)
            from jsonb_to_recordset(cast(cast(:mails as text) as jsonb))
                 as mail ("mailId" uuid, "subscriberId" uuid, "mailClass" text, request jsonb)
            """;

    /** A mail whose sender has died is found in state "sending" with a lease that has ended. */
    private static final String CLAIM = """
            with next as (
                select mail_id from mail
                where state in ('queued', 'sending') and due_at <= clock_timestamp()
                  and not mail_id = any(cast(:underWay as uuid[]))
                order by priority, due_at
                limit :limit
                for update skip locked
            )
            update mail set
                state = 'sending', attempt = attempt + 1,
                due_at = clock_timestamp() + cast(:leaseMillis as bigint) * interval '1 millisecond'
            from next
            where mail.mail_id = next.mail_id
            returning cast(jsonb_build_object(
                'mailId', mail.mail_id, 'subscriberId', subscriber_id, 'mailClass', mail_class, 'messageId', message_id,
                'attempt', attempt, 'request', request, 'createdAt', created_at, 'heldUntil', held_until) as text)
            """;

    private static final String RENEW = """
            update mail set due_at = clock_timestamp() + cast(:leaseMillis as bigint) * interval '1 millisecond'
            from jsonb_to_recordset(cast(cast(:mails as text) as jsonb)) as held ("mailId" uuid, attempt int)
            where mail.mail_id = held."mailId" and mail.attempt = held.attempt and state = 'sending'
            """;

    private static final String SETTLE = """
            update mail set
                state = result.state, problem = result.problem,
                due_at = clock_timestamp() + result."pauseMillis" * interval '1 millisecond',
                finished_at = case when result.state <> 'queued' then cast(:now as timestamptz) end,
                request = case when result.state = 'queued' then request end,
                held_until = coalesce(result."heldUntil", held_until)
            from jsonb_to_recordset(cast(cast(:results as text) as jsonb))
                 as result ("mailId" uuid, attempt int, state text, problem text, "pauseMillis" bigint, "heldUntil" timestamptz)
            where mail.mail_id = result."mailId" and mail.attempt = result.attempt and mail.state = 'sending'
            returning cast(mail.mail_id as text)
            """;

    /** Put off for as long as it has waited already, unless another instance has it. */
    private static final String PUT_OFF = """
            update mail set problem = 'undecidable', due_at = clock_timestamp()
                + least(greatest(cast(:now as timestamptz) - created_at, interval '1 minute'), interval '1 hour')
            where mail_id = :mailId and state in ('queued', 'sending') and due_at <= clock_timestamp()
            """;

    private final MailDomain domain;
    private final Clock clock;

    MailQueue(MailDomain domain, Clock clock) {
        this.domain = domain;
        this.clock = clock;
    }

    /** Queues mails that may be sent at once. */
    public Uni<Integer> add(List<NewMail> mails) {
        return mails.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.of(ADD)
                        .withJson("mails", mails)
                        .with("domain", domain.name())
                        .with("now", clock.instant())
                        .execute();
    }

    /** The Message-ID that the mail has, now and in every attempt. */
    public String messageIdOf(NewMail mail) {
        return "<" + mail.mailId() + "@" + domain.name() + ">";
    }

    /**
     * Takes at most so many mails whose time has come, and leases them.
     *
     * @param underWay mails that are being sent here: not taken again, though their leases could not be renewed
     */
    Uni<List<QueuedMail>> claim(int limit, Duration lease, Collection<UUID> underWay) {
        return Sql.of(CLAIM)
                .with("underWay", underWay)
                .with("limit", limit)
                .with("leaseMillis", lease.toMillis())
                .list(QueuedMail.class);
    }

    /** Nothing can be decided on this mail now, by a fault of ours: the others go first, and it is tried again later. */
    Uni<Integer> putOff(UUID mailId) {
        return Sql.of(PUT_OFF)
                .with("now", clock.instant())
                .with("mailId", mailId)
                .execute();
    }

    /** Leases mails that are still being sent for longer. */
    Uni<Integer> renew(Collection<QueuedMail> mails, Duration lease) {
        return Sql.of(RENEW)
                .withJson("mails", mails.stream().map(Held::of).toList())
                .with("leaseMillis", lease.toMillis())
                .execute();
    }

    /** Writes results down, and gives the ids of the mails whose attempt was still the current one. */
    Uni<Set<UUID>> settle(List<Settlement> results) {
        Instant now = clock.instant();
        return results.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Sql.of(SETTLE)
                        .withJson("results", results.stream().map(Row::of).toList())
                        .with("now", now)
                        .texts()
                        .map(ids -> ids.stream().map(UUID::fromString).collect(Collectors.toSet()));
    }

    private record Held(UUID mailId, int attempt) {

        static Held of(QueuedMail mail) {
            return new Held(mail.mailId(), mail.attempt());
        }
    }

    private record Row(
            UUID mailId,
            int attempt,
            String state,
            Optional<String> problem,
            long pauseMillis,
            Optional<Instant> heldUntil) {

        static Row of(Settlement result) {
            return new Row(
                    result.mail().mailId(),
                    result.mail().attempt(),
                    result.state().word(),
                    result.problem(),
                    result.pause().toMillis(),
                    result.heldUntil());
        }
    }
}
