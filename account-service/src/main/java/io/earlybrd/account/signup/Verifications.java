package io.earlybrd.account.signup;

import io.earlybrd.account.token.SecretToken;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The links that confirm addresses. All methods must be called within a Panache transaction. */
@ApplicationScoped
class Verifications implements PanacheRepositoryBase<Verification, byte[]> {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final Clock clock;

    Verifications(Clock clock) {
        this.clock = clock;
    }

    /**
     * A new link for a subscriber.
     *
     * @param passwordHash of the password that the link brings into force; null to leave the one there is
     */
    Uni<SecretToken> create(UUID subscriberId, String passwordHash) {
        SecretToken token = SecretToken.random();
        Instant expiresAt = clock.instant().plus(LIFETIME);
        return persist(new Verification(token.hash(), subscriberId, passwordHash, expiresAt))
                .replaceWith(token);
    }

    /** A link, left as it is; null if it is unknown, used or too old. */
    Uni<Verification> usable(SecretToken token) {
        return findById(token.hash()).map(this::unlessExpired);
    }

    /** Uses a link up; null if it is unknown, used or too old. Two uses at the same time meet on the row's lock. */
    Uni<Verification> take(SecretToken token) {
        return findById(token.hash(), LockModeType.PESSIMISTIC_WRITE)
                .map(this::unlessExpired)
                .onItem()
                .ifNotNull()
                .call(verification -> delete("subscriberId", verification.subscriberId()));
    }

    /** Deletes links that are too old to be used. */
    Uni<Long> prune() {
        return delete("expiresAt < ?1", clock.instant());
    }

    private Verification unlessExpired(Verification verification) {
        return verification == null || verification.expiredAt(clock.instant()) ? null : verification;
    }
}
