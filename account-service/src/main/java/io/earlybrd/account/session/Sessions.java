package io.earlybrd.account.session;

import io.earlybrd.account.token.SecretToken;
import io.earlybrd.events.EventIds;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The sessions of this service. All methods must be called within a Panache session, those that change within a transaction. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    private static final String OWNER = "select new io.earlybrd.account.session.SessionOwner"
            + "(session.id, session.seenAt, owner.id, owner.email, owner.zone, owner.verifiedAt,"
            + " owner.mailStoppedAt, owner.mailStopReason, owner.mailResumedAt)"
            + " from Session session join Subscriber owner on owner.id = session.subscriberId"
            + " where session.tokenHash = :hash and session.createdAt > :oldest and session.seenAt > :idleSince";

    /** Whoever holds the row's lock notes its use too, or ends the session: neither is worth waiting for. */
    private static final String SEEN = """
            update session set seen_at = cast(:now as timestamptz)
             where id = (select id from session where id = :id for update skip locked)
            """;

    /** Often enough for a list of sessions, seldom enough to make a page view a read. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionConfig config;
    private final EventIds ids;
    private final Clock clock;

    Sessions(SessionConfig config, EventIds ids, Clock clock) {
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Starts a session; the token names it from now on. */
    Uni<SecretToken> open(UUID subscriberId, String agent) {
        SecretToken token = SecretToken.random();
        return persist(new Session(ids.next(), token.hash(), subscriberId, agent, clock.instant()))
                .replaceWith(token);
    }

    /** Ends the session of a token, if there is one. */
    Uni<Void> close(SecretToken token) {
        return delete("tokenHash", (Object) token.hash()).replaceWithVoid();
    }

    /** Ends one session of a subscriber; false if it is not there or not theirs. */
    Uni<Boolean> end(UUID sessionId, UUID subscriberId) {
        return delete("id = ?1 and subscriberId = ?2", sessionId, subscriberId).map(ended -> ended == 1);
    }

    /** Ends all sessions of a subscriber but one. */
    Uni<Long> endOthers(SignedIn current) {
        return delete("subscriberId = ?1 and id <> ?2", current.subscriberId(), current.sessionId());
    }

    /** Ends all sessions of a subscriber. */
    Uni<Long> endAll(UUID subscriberId) {
        return delete("subscriberId", subscriberId);
    }

    /** The live sessions of a subscriber, the one that was used last first. */
    public Uni<List<Session>> of(UUID subscriberId) {
        return find(
                        "subscriberId = ?1 and createdAt > ?2 and seenAt > ?3 order by seenAt desc",
                        subscriberId,
                        oldest(),
                        idleSince())
                .list();
    }

    /** Who a token belongs to, or null if its session is over. */
    Uni<SessionOwner> owner(SecretToken token) {
        return getSession()
                .chain(session -> session.createSelectionQuery(OWNER, SessionOwner.class)
                        .setParameter("hash", token.hash())
                        .setParameter("oldest", oldest())
                        .setParameter("idleSince", idleSince())
                        .getSingleResultOrNull());
    }

    /** Whether the use of a session is to be noted now. */
    boolean seenLongAgo(SessionOwner owner) {
        return !clock.instant().isBefore(owner.seenAt().plus(SEEN_EVERY));
    }

    /** Notes that a session is used now. */
    Uni<Integer> seen(UUID sessionId) {
        return getSession()
                .chain(session -> session.createNativeQuery(SEEN)
                        .setParameter("now", clock.instant())
                        .setParameter("id", sessionId)
                        .executeUpdate());
    }

    /** Deletes sessions that are over. */
    Uni<Long> prune() {
        return delete("createdAt < ?1 or seenAt < ?2", oldest(), idleSince());
    }

    private Instant oldest() {
        return clock.instant().minus(config.lifetime());
    }

    private Instant idleSince() {
        return clock.instant().minus(config.idle());
    }
}
