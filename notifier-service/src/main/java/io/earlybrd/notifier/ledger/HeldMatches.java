package io.earlybrd.notifier.ledger;

import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Matches that wait for the end of the subscriber's quiet hours, in the ledger or in a mail that is queued. All methods must be
 * called within a Panache transaction.
 */
@ApplicationScoped
public class HeldMatches {

    /** Who decides on their matches now has decided when this is done; who comes later waits, also if there is no row yet. */
    private static final String HOLD_SUBSCRIBER = """
            insert into due_subscriber (subscriber_id, due_at) values (:subscriberId, cast(:now as timestamptz))
            on conflict (subscriber_id) do update set due_at = least(due_subscriber.due_at, excluded.due_at)
            """;

    /** The same for who lets one of their mails go. */
    private static final String HOLD_MAILS = """
            select cast(mail_id as text) from mail
            where subscriber_id = :subscriberId and mail_class = 'alerts' and state in ('queued', 'sending')
            order by mail_id
            for update
            """;

    private static final String HURRY_MAILS = """
            update mail set due_at = clock_timestamp()
            where subscriber_id = :subscriberId and state = 'queued' and problem = 'quiet-hours'
            """;

    private static final String HURRY_MATCHES = """
            update ledger set due_at = cast(:now as timestamptz)
            where subscriber_id = :subscriberId and fate = 'pending' and mail_id is null and reason = 'quiet-hours'
            """;

    private final Clock clock;

    HeldMatches(Clock clock) {
        this.clock = clock;
    }

    /**
     * Has all of them looked at again as soon as the transaction ends. What it writes after this is what they are looked at with:
     * the locks, in the order of dispatch and sending, leave nobody who could hold a match by what was true before.
     */
    public Uni<Void> lookAgain(UUID subscriberId) {
        return now(HOLD_SUBSCRIBER, subscriberId)
                .chain(() ->
                        Sql.of(HOLD_MAILS).with("subscriberId", subscriberId).texts())
                .chain(() ->
                        Sql.of(HURRY_MAILS).with("subscriberId", subscriberId).execute())
                .chain(() -> now(HURRY_MATCHES, subscriberId))
                .replaceWithVoid();
    }

    private Uni<Integer> now(String statement, UUID subscriberId) {
        return Sql.of(statement)
                .with("subscriberId", subscriberId)
                .with("now", clock.instant())
                .execute();
    }
}
