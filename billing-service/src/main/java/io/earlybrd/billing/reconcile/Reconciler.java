package io.earlybrd.billing.reconcile;

import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.billing.subscription.CustomerRepository.DueCheck;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks Stripe about every customer from time to time, so that a webhook that was lost is made good. A customer about whom it
 * cannot be asked is put off, longer with every failure, and holds up nobody else.
 */
@ApplicationScoped
public class Reconciler {

    private static final int BATCH = 20;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1));

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
        BoundedRun run = new BoundedRun(clock, LONGEST_RUN);
        return Panache.withTransaction(() -> customers.takeDue(clock.instant(), BATCH))
                .chain(due -> run.each(due, this::checkOrPutOff))
                .chain(left -> Panache.withTransaction(() -> customers.giveBack(left, clock.instant())))
                .onFailure()
                .invoke(failure -> Log.warnf("reconciliation interrupted, goes on later cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> checkOrPutOff(DueCheck due) {
        return check(due.customerId()).onFailure().recoverWithUni(failure -> putOff(due, failure));
    }

    private Uni<Void> check(String customerId) {
        return erasure.finish(customerId)
                .chain(erased -> erased
                        ? Uni.createFrom().voidItem()
                        : refresh.refresh(customerId, () -> Uni.createFrom().voidItem())
                                .replaceWithVoid());
    }

    private Uni<Void> putOff(DueCheck due, Throwable failure) {
        CustomerRefresh.tellFailure(due.customerId(), failure);
        Instant now = clock.instant();
        return Panache.withTransaction(() -> customers.putOff(due, now, now.plus(BACK_OFF.after(due.failures() + 1))));
    }
}
