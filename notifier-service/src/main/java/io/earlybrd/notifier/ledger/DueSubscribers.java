package io.earlybrd.notifier.ledger;

import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who has matches to be decided on, and when. Whoever holds the row of a subscriber is the only one to decide on their matches, so
 * two instances never make two mails of what belongs into one. All methods must be called within a Panache transaction.
 */
@ApplicationScoped
public class DueSubscribers {

    private static final String CLAIM = """
            select cast(subscriber_id as text) from due_subscriber
            where due_at <= cast(:now as timestamptz)
            order by due_at
            limit :limit
            for update skip locked
            """;

    /** A match that is written while its subscriber is held waits for the row, and finds it gone or later. */
    private static final String SETTLE = """
            with claimed as (
                select unnest(cast(:subscriberIds as uuid[])) as subscriber_id
            ), next as (
                select subscriber_id, min(due_at) as due_at
                from ledger join claimed using (subscriber_id)
                where fate = 'pending' and mail_id is null
                group by subscriber_id
            ), done as (
                delete from due_subscriber due using claimed
                where due.subscriber_id = claimed.subscriber_id
                  and not exists (select from next where next.subscriber_id = claimed.subscriber_id)
            )
            update due_subscriber due set due_at = next.due_at
            from next
            where due.subscriber_id = next.subscriber_id
            """;

    /** Whoever decides on their matches has decided then, and what it has written is seen. */
    private static final String HOLD =
            "select cast(subscriber_id as text) from due_subscriber where subscriber_id = :subscriberId for update";

    private static final String HOLD_ALL = """
            select cast(subscriber_id as text) from due_subscriber
            where subscriber_id = any(cast(:subscriberIds as uuid[]))
            order by subscriber_id
            for update
            """;

    private static final String HURRY = """
            update due_subscriber due set due_at = cast(:now as timestamptz)
            where subscriber_id = :subscriberId
              and exists (select from ledger
                          where ledger.subscriber_id = due.subscriber_id and fate = 'pending' and mail_id is null
                            and reason = 'waiting')
            """;

    /** Put off for as long as it is overdue already, so that a repair shows soon and a lasting fault costs little. */
    private static final String PUT_OFF = """
            update due_subscriber due set due_at = cast(:now as timestamptz)
                + least(greatest(cast(:now as timestamptz) - coalesce(
                      (select min(ledger.due_at) from ledger
                       where ledger.subscriber_id = due.subscriber_id and fate = 'pending' and mail_id is null),
                      cast(:now as timestamptz)), interval '1 minute'), interval '1 hour')
            where subscriber_id = :subscriberId and due_at <= cast(:now as timestamptz)
            """;

    private final Clock clock;

    DueSubscribers(Clock clock) {
        this.clock = clock;
    }

    /** Takes the subscribers whose time has come and whom no other instance holds, until the end of the transaction. */
    public Uni<List<UUID>> claim(Instant now, int limit) {
        return Sql.of(CLAIM)
                .with("now", now)
                .with("limit", limit)
                .texts()
                .map(ids -> ids.stream().map(UUID::fromString).toList());
    }

    /** Waits until nobody decides on matches of these subscribers; nobody does then until the end of the transaction. */
    Uni<Void> holdAll(List<UUID> subscriberIds) {
        return Sql.of(HOLD_ALL).with("subscriberIds", subscriberIds).texts().replaceWithVoid();
    }

    /** Sets when each claimed subscriber is due next, by what is left to decide. */
    public Uni<Integer> settle(List<UUID> subscriberIds) {
        return Sql.of(SETTLE).with("subscriberIds", subscriberIds).execute();
    }

    /** Nothing can be decided on this subscriber now, by a fault of ours: the others go first, and it is tried again later. */
    public Uni<Integer> putOff(UUID subscriberId) {
        return Sql.of(PUT_OFF)
                .with("now", clock.instant())
                .with("subscriberId", subscriberId)
                .execute();
    }

    /** Something about a subscriber has arrived: matches that wait for it are looked at now. */
    public Uni<Integer> arrived(UUID subscriberId) {
        return Sql.of(HOLD)
                .with("subscriberId", subscriberId)
                .texts()
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(0)
                        : Sql.of(HURRY)
                                .with("now", clock.instant())
                                .with("subscriberId", subscriberId)
                                .execute());
    }
}
