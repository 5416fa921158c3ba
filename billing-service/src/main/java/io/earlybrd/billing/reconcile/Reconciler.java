package io.earlybrd.billing.reconcile;

import io.earlybrd.billing.stripe.StripeUnavailable;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Asks Stripe about every customer from time to time, so that a webhook that was lost is made good. */
@ApplicationScoped
public class Reconciler {

    private static final int BATCH = 20;

    private final CustomerRepository customers;
    private final CustomerRefresh refresh;
    private final Erasure erasure;
    private final Clock clock;

    Reconciler(CustomerRepository customers, CustomerRefresh refresh, Erasure erasure, Clock clock) {
        this.customers = customers;
        this.refresh = refresh;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Scheduled(
            every = "{earlybrd.reconcile.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> reconcile() {
        return Panache.withTransaction(() -> customers.takeDue(clock.instant(), BATCH))
                .chain(this::checkEach)
                .onFailure()
                .invoke(failure -> Log.warnf("reconciliation interrupted, goes on later cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** One after the other; stops for now when Stripe is away, since the next would only wait too. */
    private Uni<Void> checkEach(List<String> customerIds) {
        return Multi.createFrom()
                .iterable(customerIds)
                .onItem()
                .transformToUniAndConcatenate(customerId -> check(customerId)
                        .onFailure(failure -> !(failure instanceof StripeUnavailable))
                        .invoke(failure -> Log.errorf(failure, "customer not reconciled customerId=%s", customerId))
                        .onFailure(failure -> !(failure instanceof StripeUnavailable))
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> check(String customerId) {
        return erasure.finish(customerId)
                .chain(erased -> erased
                        ? Uni.createFrom().voidItem()
                        : refresh.refresh(customerId, () -> Uni.createFrom().voidItem())
                                .replaceWithVoid());
    }
}
