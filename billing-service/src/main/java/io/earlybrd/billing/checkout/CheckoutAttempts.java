package io.earlybrd.billing.checkout;

import io.earlybrd.billing.subscription.Plan;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The newest attempt to buy of each subscriber. All methods need a transaction. */
@ApplicationScoped
class CheckoutAttempts implements PanacheRepositoryBase<CheckoutAttempt, UUID> {

    /** The attempt that a request belongs to; must be called with the subscriber locked. */
    Uni<CheckoutAttempt> continueOrBegin(UUID subscriberId, Plan plan, Instant now) {
        return findById(subscriberId).chain(known -> {
            if (known == null) {
                return persist(new CheckoutAttempt(subscriberId, plan, now));
            }
            known.continueOrBegin(plan, now);
            return Uni.createFrom().item(known);
        });
    }

    /** Notes an attempt's session; false if another attempt has taken its place. */
    Uni<Boolean> opened(CheckoutAttempt attempt, String sessionId) {
        return update(
                        "sessionId = ?1 where subscriberId = ?2 and attempt = ?3",
                        sessionId,
                        attempt.subscriberId(),
                        attempt.number())
                .map(updated -> updated == 1);
    }

    /** Makes the next request begin another attempt, unless one has been begun already. */
    Uni<Void> abandon(CheckoutAttempt attempt) {
        return update(
                        "abandoned = true where subscriberId = ?1 and attempt = ?2",
                        attempt.subscriberId(),
                        attempt.number())
                .replaceWithVoid();
    }
}
