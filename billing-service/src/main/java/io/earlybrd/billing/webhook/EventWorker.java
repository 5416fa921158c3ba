package io.earlybrd.billing.webhook;

import io.earlybrd.billing.reconcile.CustomerRefresh;
import io.earlybrd.billing.stripe.StripeUnavailable;
import io.earlybrd.billing.webhook.StripeEventRepository.OpenEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Acts on stored events: asks Stripe about each customer that they name, once per customer however many events there are. An event
 * stays open until the answer is stored; a crash, or Stripe being away, only delays it.
 */
@ApplicationScoped
public class EventWorker {

    private static final int BATCH = 50;
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    private static final String HANDLED = "handled";
    private static final String FOREIGN = "foreign";

    private final StripeEventRepository events;
    private final CustomerRefresh refresh;
    private final Clock clock;

    EventWorker(StripeEventRepository events, CustomerRefresh refresh, Clock clock) {
        this.events = events;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Scheduled(
            every = "{earlybrd.webhook.worker-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> work() {
        return workOff()
                .onFailure()
                .invoke(failure -> Log.warnf("events not worked off, tried again soon cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Until nothing is due any more. */
    private Uni<Void> workOff() {
        return Panache.withTransaction(() -> events.takeDue(clock.instant(), BATCH))
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : handleEach(taken).chain(this::workOff));
    }

    /** One customer after the other. When Stripe is away all are put off: each would only wait for it again. */
    private Uni<Void> handleEach(List<OpenEvent> taken) {
        return Multi.createFrom()
                .iterable(byCustomer(taken))
                .onItem()
                .transformToUniAndConcatenate(hints -> handle(hints)
                        .onFailure(failure -> !(failure instanceof StripeUnavailable))
                        .recoverWithUni(failure -> setAside(hints, failure)))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure(StripeUnavailable.class)
                .call(failure -> putOff(taken));
    }

    private static Collection<List<OpenEvent>> byCustomer(List<OpenEvent> taken) {
        return taken.stream()
                .collect(Collectors.groupingBy(OpenEvent::customerId, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Uni<Void> handle(List<OpenEvent> hints) {
        return refresh.refresh(hints.get(0).customerId(), () -> events.settle(hints, HANDLED, clock.instant()))
                .chain(outcome -> outcome == CustomerRefresh.Outcome.REFRESHED
                        ? Uni.createFrom().voidItem()
                        : Panache.withTransaction(() -> events.settle(hints, FOREIGN, clock.instant()))
                                .replaceWithVoid());
    }

    /** What fails for one customer stays open, is tried again, and stops no other; the age of what is open raises the alarm. */
    private Uni<Void> setAside(List<OpenEvent> hints, Throwable failure) {
        Log.errorf(failure, "customer not refreshed customerId=%s", hints.get(0).customerId());
        return putOff(hints);
    }

    private Uni<Void> putOff(List<OpenEvent> hints) {
        int attempts = hints.stream().mapToInt(OpenEvent::attempts).max().orElse(1);
        Duration backOff = Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
        Instant dueAt = clock.instant().plus(backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF);
        return Panache.withTransaction(() -> events.postpone(hints, dueAt)).replaceWithVoid();
    }
}
