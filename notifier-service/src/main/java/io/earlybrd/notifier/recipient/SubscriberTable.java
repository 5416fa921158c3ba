package io.earlybrd.notifier.recipient;

import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.database.Sql;
import io.earlybrd.notifier.secret.AddressHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The newest state of each subscriber. All methods must be called within a Panache transaction. */
@ApplicationScoped
class SubscriberTable {

    private static final String SAVE = """
            insert into subscriber (subscriber_id, version, email, address_hash, verified, zone, digest_hour, digest_weekday,
                                    wants_alerts)
            select subscriber_id, version, email, address_hash, verified, zone, digest_hour, digest_weekday, wants_alerts
            from jsonb_to_record(cast(cast(:row as text) as jsonb))
                 as row (subscriber_id uuid, version bigint, email text, address_hash text, verified boolean, zone text,
                         digest_hour smallint, digest_weekday smallint, wants_alerts boolean)
            on conflict (subscriber_id) do update set
                version = excluded.version, email = excluded.email, address_hash = excluded.address_hash,
                verified = excluded.verified, zone = excluded.zone, digest_hour = excluded.digest_hour,
                digest_weekday = excluded.digest_weekday, wants_alerts = excluded.wants_alerts
            where excluded.version > subscriber.version and not subscriber.erased
            """;

    /** Account has heard of the stop, so from now on "on" means that alerts are wanted again. */
    private static final String ACKNOWLEDGE_OPT_OUT =
            "update opt_out set acknowledged = true where subscriber_id = :subscriberId and not acknowledged";

    private static final String LIFT_OPT_OUT =
            "delete from opt_out where subscriber_id = :subscriberId and acknowledged";

    /** One statement per table, in the order in which dispatch and sending lock them: everything of the person goes together. */
    private static final String[] ERASE = {
        "delete from due_subscriber where subscriber_id = :subscriberId",
        "delete from mail where subscriber_id = :subscriberId",
        "delete from ledger where subscriber_id = :subscriberId",
        "delete from entitlement where subscriber_id = :subscriberId",
        "delete from alert_stop where subscriber_id = :subscriberId",
        "delete from opt_out where subscriber_id = :subscriberId",
        """
        update alert set deleted = true, subscriber_id = null, name = null, cadence = null, resumed_at = null, mutes = '[]'
        where subscriber_id = :subscriberId
        """,
        """
        insert into subscriber (subscriber_id, version, erased) values (:subscriberId, 0, true)
        on conflict (subscriber_id) do update set
            erased = true, email = null, address_hash = null, verified = false, zone = null, digest_hour = null,
            digest_weekday = null
        """
    };

    private final AddressHashes hashes;

    SubscriberTable(AddressHashes hashes) {
        this.hashes = hashes;
    }

    /** Takes over a newer state; an older one changes nothing. */
    Uni<Void> save(SubscriberChanged subscriber) {
        String optOut = subscriber.preferences().alerts() ? LIFT_OPT_OUT : ACKNOWLEDGE_OPT_OUT;
        return Sql.of(SAVE)
                .withJson("row", SubscriberRow.of(subscriber, hashes))
                .execute()
                .chain(saved -> saved == 0
                        ? Uni.createFrom().item(0)
                        : Sql.of(optOut)
                                .with("subscriberId", subscriber.subscriberId())
                                .execute())
                .replaceWithVoid();
    }

    /** Forgets the person; only the id stays, so that nothing brings them back. */
    Uni<Void> erase(UUID subscriberId) {
        Uni<?> erased = Uni.createFrom().voidItem();
        for (String statement : ERASE) {
            erased = erased.chain(
                    () -> Sql.of(statement).with("subscriberId", subscriberId).execute());
        }
        return erased.replaceWithVoid();
    }

    /** A row as JSON; the names are those of the columns. */
    private record SubscriberRow(
            UUID subscriber_id,
            long version,
            String email,
            String address_hash,
            boolean verified,
            String zone,
            Optional<Integer> digest_hour,
            Optional<Integer> digest_weekday,
            boolean wants_alerts) {

        static SubscriberRow of(SubscriberChanged subscriber, AddressHashes hashes) {
            return new SubscriberRow(
                    subscriber.subscriberId(),
                    subscriber.version(),
                    subscriber.email(),
                    hashes.of(subscriber.email()),
                    subscriber.verifiedAt().isPresent(),
                    subscriber.zone(),
                    subscriber.schedule().map(DigestSchedule::hour),
                    subscriber.schedule().map(DigestSchedule::weekday),
                    subscriber.preferences().alerts());
        }
    }
}
