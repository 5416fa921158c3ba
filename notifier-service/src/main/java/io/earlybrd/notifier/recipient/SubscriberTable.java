package io.earlybrd.notifier.recipient;

import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.QuietHours;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.notifier.database.Sql;
import io.earlybrd.notifier.secret.AddressHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** The newest state of each subscriber. All methods must be called within a Panache transaction. */
@ApplicationScoped
class SubscriberTable {

    private static final String SAVE = """
            insert into subscriber (subscriber_id, version, email, address_hash, verified, zone, digest_hour, digest_weekday,
                                    quiet_from, quiet_to, wants_alerts)
            select subscriber_id, version, email, address_hash, verified, zone, digest_hour, digest_weekday,
                   quiet_from, quiet_to, wants_alerts
            from jsonb_to_record(cast(cast(:row as text) as jsonb))
                 as row (subscriber_id uuid, version bigint, email text, address_hash text, verified boolean, zone text,
                         digest_hour smallint, digest_weekday smallint, quiet_from time, quiet_to time,
                         wants_alerts boolean)
            on conflict (subscriber_id) do update set
                version = excluded.version, email = excluded.email, address_hash = excluded.address_hash,
                verified = excluded.verified, zone = excluded.zone, digest_hour = excluded.digest_hour,
                digest_weekday = excluded.digest_weekday, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                wants_alerts = excluded.wants_alerts
            where excluded.version > subscriber.version and not subscriber.erased
            """;

    private static final String KEEPING_QUIET =
            "select '' from subscriber where subscriber_id = :subscriberId and quiet_from is not null";

    /** Mail is wanted again in spite of the stops until then; one that is newer holds. */
    private static final String[] LIFT = {
        "delete from opt_out where subscriber_id = :subscriberId and opted_out_at <= cast(:stopSeen as timestamptz)",
        """
        delete from suppressed_address
        where suppressed_at <= cast(:stopSeen as timestamptz)
          and address_hash = (select address_hash from subscriber where subscriber_id = :subscriberId)
        """
    };

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
            digest_weekday = null, quiet_from = null, quiet_to = null
        """
    };

    private final AddressHashes hashes;

    SubscriberTable(AddressHashes hashes) {
        this.hashes = hashes;
    }

    /** Whether they have named quiet hours, so that something of theirs may wait for the end of them. */
    Uni<Boolean> keepsQuiet(UUID subscriberId) {
        return Sql.of(KEEPING_QUIET).with("subscriberId", subscriberId).texts().map(rows -> !rows.isEmpty());
    }

    /** Takes over a newer state; an older one changes nothing. */
    Uni<Void> save(SubscriberChanged subscriber) {
        MailPreferences preferences = subscriber.preferences();
        Optional<Instant> lifted = preferences.alerts() ? preferences.stopSeen() : Optional.empty();
        return Sql.of(SAVE)
                .withJson("row", SubscriberRow.of(subscriber, hashes))
                .execute()
                .chain(saved -> saved == 0 || lifted.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : lift(subscriber.subscriberId(), lifted.get()));
    }

    private static Uni<Void> lift(UUID subscriberId, Instant stopSeen) {
        Uni<?> done = Uni.createFrom().voidItem();
        for (String statement : LIFT) {
            done = done.chain(() -> Sql.of(statement)
                    .with("subscriberId", subscriberId)
                    .with("stopSeen", stopSeen)
                    .execute());
        }
        return done.replaceWithVoid();
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
            Optional<LocalTime> quiet_from,
            Optional<LocalTime> quiet_to,
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
                    subscriber.quietHours().map(QuietHours::from).map(SubscriberRow::time),
                    subscriber.quietHours().map(QuietHours::to).map(SubscriberRow::time),
                    subscriber.preferences().alerts());
        }

        private static LocalTime time(String text) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeParseException e) {
                throw new UnreadableEvent("quiet hours are no times", e);
            }
        }
    }
}
