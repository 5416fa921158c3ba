package io.earlybrd.account.subscriber;

import io.earlybrd.events.EventIds;
import io.earlybrd.events.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The subscribers of this service; every change of one is told to the others in the same transaction. */
@ApplicationScoped
public class Subscribers implements PanacheRepositoryBase<Subscriber, UUID> {

    /** Two sign-ups of one address at the same time meet on the unique key: the second waits and then inserts nothing. */
    private static final String INSERT = """
            insert into subscriber (id, email, email_key, password_hash, zone, created_at)
            values (:id, :email, :emailKey, :passwordHash, :zone, cast(:createdAt as timestamptz))
            on conflict (email_key) do nothing
            """;

    private final Outbox outbox;
    private final EventIds ids;
    private final Clock clock;

    Subscribers(Outbox outbox, EventIds ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a subscriber who still has to confirm the address; false if the address has an account. */
    public Uni<Boolean> create(EmailAddress email, String passwordHash, ZoneId zone) {
        UUID id = ids.next();
        return getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", id)
                        .setParameter("email", email.value())
                        .setParameter("emailKey", email.key())
                        .setParameter("passwordHash", passwordHash)
                        .setParameter("zone", zone.getId())
                        .setParameter("createdAt", clock.instant())
                        .executeUpdate())
                .chain(inserted -> inserted == 1
                        ? publish(id).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** The subscriber with this address, or null. */
    public Uni<Subscriber> with(EmailAddress email) {
        return find("emailKey", email.key()).firstResult();
    }

    /** The subscriber, locked until the transaction ends, so that what is counted per subscriber is counted one by one. */
    public Uni<Subscriber> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Notes that the address is confirmed.
     *
     * @param passwordHash of the password that holds from now on; empty to leave the one there is
     */
    public Uni<Void> verify(UUID id, Optional<String> passwordHash) {
        return update(
                        "verifiedAt = coalesce(verifiedAt, ?1), passwordHash = coalesce(?2, passwordHash), version = version + 1"
                                + " where id = ?3",
                        clock.instant(),
                        passwordHash.orElse(null),
                        id)
                .chain(() -> publish(id));
    }

    /** Changes when mail is wanted. */
    public Uni<Void> changeMailTimes(UUID id, MailTimes times) {
        return update(
                        "zone = ?1, digestHour = ?2, digestWeekday = ?3, quietFrom = ?4, quietTo = ?5, version = version + 1"
                                + " where id = ?6",
                        times.zone().getId(),
                        times.digestHour(),
                        times.digestWeekday(),
                        times.quietFrom().orElse(null),
                        times.quietTo().orElse(null),
                        id)
                .chain(() -> publish(id));
    }

    /**
     * Notes that mail is stopped, and tells the others that it is known. False if nothing changes: a stop that is no newer than
     * the newest one known, by the one clock that both were read from, is a repetition, or was over when mail was started again.
     */
    public Uni<Boolean> stopMail(UUID id, Instant stoppedAt, String reason) {
        // As exact as the column, or a repetition would look newer by what the column cuts off.
        Instant at = stoppedAt.truncatedTo(ChronoUnit.MICROS);
        return published(
                id,
                update(
                        "mailStoppedAt = ?1, mailStopReason = ?2, mailResumedAt = null, version = version + 1 where id = ?3"
                                + " and (mailStoppedAt is null or mailStoppedAt < ?1)",
                        at,
                        reason,
                        id));
    }

    /** Starts mail again; false if it is not stopped. */
    public Uni<Boolean> startMail(UUID id) {
        return published(
                id,
                update(
                        "mailResumedAt = ?1, version = version + 1"
                                + " where id = ?2 and mailStoppedAt is not null and mailResumedAt is null",
                        clock.instant(),
                        id));
    }

    private Uni<Boolean> published(UUID id, Uni<Integer> change) {
        return change.chain(changed ->
                changed == 1 ? publish(id).replaceWith(true) : Uni.createFrom().item(false));
    }

    private Uni<Void> publish(UUID id) {
        return findById(id).chain(subscriber -> outbox.append(subscriber.toEvent(clock.instant())));
    }
}
