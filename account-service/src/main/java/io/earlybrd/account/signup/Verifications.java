package io.earlybrd.account.signup;

import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.token.SecretToken;
import io.earlybrd.account.web.Site;
import io.earlybrd.events.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The links that confirm addresses. All methods must be called within a Panache transaction. */
@ApplicationScoped
class Verifications implements PanacheRepositoryBase<Verification, byte[]> {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final Outbox outbox;
    private final Site site;
    private final Clock clock;

    Verifications(Outbox outbox, Site site, Clock clock) {
        this.outbox = outbox;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Asks for a mail with a new link.
     *
     * @param passwordHash of the password that the link brings into force; null to leave the one there is
     */
    Uni<Void> send(Subscriber subscriber, String passwordHash) {
        SecretToken token = SecretToken.random();
        Instant expiresAt = clock.instant().plus(LIFETIME);
        return persist(new Verification(token.hash(), subscriber.id(), passwordHash, expiresAt))
                .chain(() -> outbox.append(AccountMail.of(
                        subscriber,
                        "verify-address",
                        Map.of("link", site.link("/confirm/" + token.value())),
                        clock.instant(),
                        expiresAt)));
    }

    /** Whether a link could be used now. */
    Uni<Boolean> usable(SecretToken token) {
        return findById(token.hash())
                .map(verification -> verification != null && !verification.expiredAt(clock.instant()));
    }

    /** Uses a link up; null if it is unknown, used or too old. Two uses at the same time meet on the row's lock. */
    Uni<Verification> take(SecretToken token) {
        return findById(token.hash(), LockModeType.PESSIMISTIC_WRITE).chain(verification -> {
            if (verification == null || verification.expiredAt(clock.instant())) {
                return Uni.createFrom().nullItem();
            }
            return delete("subscriberId", verification.subscriberId()).replaceWith(verification);
        });
    }

    /** Deletes links that are too old to be used. */
    Uni<Long> prune() {
        return delete("expiresAt < ?1", clock.instant());
    }
}
