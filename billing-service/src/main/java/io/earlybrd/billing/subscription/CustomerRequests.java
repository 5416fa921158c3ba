package io.earlybrd.billing.subscription;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The customers that Stripe was asked to make. All methods need a transaction that has the subscriber locked. */
@ApplicationScoped
public class CustomerRequests implements PanacheRepositoryBase<CustomerRequest, UUID> {

    /** The request that is open, or a new one. */
    public Uni<CustomerRequest> continueOrBegin(UUID subscriberId, String email) {
        return findById(subscriberId)
                .chain(open -> open == null
                        ? persist(new CustomerRequest(subscriberId, email))
                        : Uni.createFrom().item(open));
    }

    /** Closes this request, unless it is closed already: the next one is another. */
    public Uni<Void> close(CustomerRequest request) {
        return delete("subscriberId = ?1 and idempotencyKey = ?2", request.subscriberId(), request.idempotencyKey())
                .replaceWithVoid();
    }

    /** Forgets the request of somebody who was erased. */
    public Uni<Void> forget(UUID subscriberId) {
        return deleteById(subscriberId).replaceWithVoid();
    }
}
