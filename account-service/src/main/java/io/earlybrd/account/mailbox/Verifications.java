package io.earlybrd.account.mailbox;

import io.earlybrd.account.token.SecretToken;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The links that prove who reads a mailbox. All methods must be called within a Panache session, those that change within a
 * transaction.
 */
@ApplicationScoped
public class Verifications implements PanacheRepositoryBase<Verification, byte[]> {

    private static final String OF_THE_SAME_SUBSCRIBER =
            "subscriberId = (select v.subscriberId from Verification v where v.tokenHash = ?1) order by tokenHash";

    private final Clock clock;

    Verifications(Clock clock) {
        this.clock = clock;
    }

    /**
     * A new link that confirms an address, beside those there are.
     *
     * @param passwordHash of the password that the link brings into force; empty to leave the one there is
     */
    public Uni<SecretToken> createConfirming(UUID subscriberId, Optional<String> passwordHash) {
        return create(subscriberId, Purpose.CONFIRM, passwordHash.orElse(null));
    }

    /** A new link to choose a password, in place of any there is. */
    public Uni<SecretToken> createResetting(UUID subscriberId) {
        return delete("subscriberId = ?1 and purpose = ?2", subscriberId, Purpose.RESET.word())
                .chain(() -> create(subscriberId, Purpose.RESET, null));
    }

    /** A link, left as it is; null if it is unknown, used, too old, or for something else. */
    public Uni<Verification> usable(SecretToken token, Purpose purpose) {
        return findById(token.hash()).map(verification -> ifUsable(verification, purpose));
    }

    /**
     * Uses a link up, and with it all others of its subscriber; null if it is unknown, used, too old, or for something else. All of
     * them are locked in one order, so that uses at the same time wait for each other, also those of different links.
     */
    public Uni<Verification> take(SecretToken token, Purpose purpose) {
        return find(OF_THE_SAME_SUBSCRIBER, token.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(links -> links.stream()
                        .filter(link -> link.isFor(token))
                        .findAny()
                        .orElse(null))
                .map(verification -> ifUsable(verification, purpose))
                .onItem()
                .ifNotNull()
                .call(verification -> delete("subscriberId", verification.subscriberId()));
    }

    /** Deletes links that are too old to be used. */
    Uni<Long> prune() {
        return delete("expiresAt < ?1", clock.instant());
    }

    private Uni<SecretToken> create(UUID subscriberId, Purpose purpose, String passwordHash) {
        SecretToken token = SecretToken.random();
        Instant expiresAt = clock.instant().plus(purpose.lifetime());
        return persist(new Verification(token.hash(), subscriberId, purpose, passwordHash, expiresAt))
                .replaceWith(token);
    }

    private Verification ifUsable(Verification verification, Purpose purpose) {
        return verification != null && verification.worksFor(purpose, clock.instant()) ? verification : null;
    }
}
