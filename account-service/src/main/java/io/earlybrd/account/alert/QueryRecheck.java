package io.earlybrd.account.alert;

import io.earlybrd.account.preview.Preview;
import io.earlybrd.account.preview.Previews;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/**
 * Makes good on what the form says when the matcher did not answer: has the query read later, and notes on the alert what is wrong
 * with it: a query that cannot be read, or one that would have been refused as a flood. Several instances may do this at the same
 * time; the answer is the same.
 */
class QueryRecheck {

    private static final int AT_ONCE = 20;

    private final Alerts alerts;
    private final Previews previews;
    private final Clock clock;

    QueryRecheck(Alerts alerts, Previews previews, Clock clock) {
        this.alerts = alerts;
        this.previews = previews;
        this.clock = clock;
    }

    @Scheduled(
            every = "{account.alert.recheck-interval}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> recheck() {
        return Panache.withSession(() -> alerts.unchecked(AT_ONCE)).chain(this::checkEach);
    }

    /** One after the other; one that fails does not keep those after it from being checked. */
    private Uni<Void> checkEach(List<Alert> waiting) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(alert -> check(alert)
                        .onFailure()
                        .invoke(failure -> Log.warnf(failure, "query not checked alertId=%s", alert.id()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> check(Alert alert) {
        return previews.of(alert.query(), alert.filters())
                .chain(preview -> Panache.withTransaction(() -> note(alert, preview)))
                .replaceWithVoid();
    }

    private Uni<?> note(Alert alert, Preview preview) {
        if (preview instanceof Preview.Unavailable unavailable) {
            // One that was not put to the matcher keeps its place in the row: after a pause the matcher is tried with a
            // single
            // question, and if that were always the one it breaks on, no other would ever be read.
            return unavailable.asked()
                    ? alerts.askedInVain(alert.id(), clock.instant())
                    : Uni.createFrom().nullItem();
        }
        return alerts.checked(
                alert, QueryVerdict.ofSaved(preview, alert.cadence()).orElse(null));
    }
}
