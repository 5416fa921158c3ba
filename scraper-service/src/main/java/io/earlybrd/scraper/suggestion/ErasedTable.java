package io.earlybrd.scraper.suggestion;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.retention.Perishable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Forgets who suggested something once their account is deleted. Remembers the id for a day, so that a suggestion that was sent just
 * before, and comes after, is not stored under it: what another service asks is signed for a minute.
 */
@ApplicationScoped
class ErasedTable implements Perishable {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final String REMEMBER = """
            insert into erased_subscriber (subscriber_id, erased_at) values (:subscriber, cast(:now as timestamptz))
            on conflict do nothing
            """;

    private static final String DELETE_ANSWERED =
            "delete from suggestion where subscriber_id = :subscriber and state <> 'waiting'";

    // The employer is worth a look all the same. What stands behind its address may be about whoever typed it.
    private static final String DISOWN = """
            update suggestion set subscriber_id = null, url = regexp_replace(url, '[?#].*', '')
            where subscriber_id = :subscriber
            """;

    private static final String IS_ERASED = """
            select cast(json_build_object('erased', exists (
                select from erased_subscriber where subscriber_id = :subscriber)) as text)
            """;

    private static final String FORGET = """
            delete from erased_subscriber where subscriber_id in (
                select subscriber_id from erased_subscriber where erased_at < cast(:before as timestamptz)
                limit 1000
                for update skip locked)
            """;

    private final Clock clock;

    ErasedTable(Clock clock) {
        this.clock = clock;
    }

    /** Forgets that this subscriber suggested anything. Must be called within a Panache transaction, under the subscriber's lock. */
    Uni<Void> erase(UUID subscriberId) {
        return Sql.of(REMEMBER)
                .with("subscriber", subscriberId)
                .with("now", clock.instant())
                .execute()
                .chain(() ->
                        Sql.of(DELETE_ANSWERED).with("subscriber", subscriberId).execute())
                .chain(() -> Sql.of(DISOWN).with("subscriber", subscriberId).execute())
                .replaceWithVoid();
    }

    /** Whether the account was deleted a short time ago. */
    Uni<Boolean> isErased(UUID subscriberId) {
        return Sql.of(IS_ERASED)
                .with("subscriber", subscriberId)
                .first(Known.class)
                .map(Known::erased);
    }

    @Override
    public String what() {
        return "ids of deleted accounts";
    }

    @Override
    public Uni<Integer> deleteSome(Instant now) {
        return Sql.of(FORGET).with("before", now.minus(REMEMBERED)).execute();
    }

    private record Known(boolean erased) {}
}
