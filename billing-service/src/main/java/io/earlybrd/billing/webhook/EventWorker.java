package io.earlybrd.billing.webhook;

import io.earlybrd.billing.reconcile.BackOff;
import io.earlybrd.billing.reconcile.BoundedRun;
import io.earlybrd.billing.reconcile.CustomerRefresh;
import io.earlybrd.billing.webhook.StripeEventRepository.OpenEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
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
    private static final Duration LONGEST_RUN = Duration.ofSeconds(30);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(5));

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
        return workOff(new BoundedRun(clock, LONGEST_RUN))
                .onFailure()
                .invoke(failure -> Log.warnf("events not worked off, tried again soon cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Until nothing is due any more, or the time of the run is over. */
    private Uni<Void> workOff(BoundedRun run) {
        return Panache.withTransaction(() -> events.takeDue(clock.instant(), BATCH))
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : run.each(byCustomer(taken), this::handleOrPutOff)
                                .chain(this::giveBack)
                                .chain(() -> run.over() ? Uni.createFrom().voidItem() : workOff(run)));
    }

    private static Collection<List<OpenEvent>> byCustomer(List<OpenEvent> taken) {
        return taken.stream()
                .collect(Collectors.groupingBy(OpenEvent::customerId, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** What fails for one customer stays open, is tried again, and stops no other; the age of what is open raises the alarm. */
    private Uni<Void> handleOrPutOff(List<OpenEvent> hints) {
        return handle(hints).onFailure().recoverWithUni(failure -> putOff(hints, failure));
    }

    private Uni<Void> handle(List<OpenEvent> hints) {
        return refresh.refresh(hints.get(0).customerId(), () -> events.settle(hints, HANDLED, clock.instant()))
                .chain(outcome -> outcome == CustomerRefresh.Outcome.REFRESHED
                        ? Uni.createFrom().voidItem()
                        : Panache.withTransaction(() -> events.settle(hints, FOREIGN, clock.instant()))
                                .replaceWithVoid());
    }

    private Uni<Void> putOff(List<OpenEvent> hints, Throwable failure) {
        CustomerRefresh.tellFailure(hints.get(0).customerId(), failure);
        int attempts = hints.stream().mapToInt(OpenEvent::attempts).max().orElse(1);
        return postpone(hints, clock.instant().plus(BACK_OFF.after(attempts)));
    }

    /** What was taken and not begun is due at once. */
    private Uni<Void> giveBack(List<List<OpenEvent>> left) {
        List<OpenEvent> hints = left.stream().flatMap(List::stream).toList();
        return hints.isEmpty() ? Uni.createFrom().voidItem() : postpone(hints, clock.instant());
    }

    private Uni<Void> postpone(List<OpenEvent> hints, Instant dueAt) {
        return Panache.withTransaction(() -> events.postpone(hints, dueAt)).replaceWithVoid();
    }
}
