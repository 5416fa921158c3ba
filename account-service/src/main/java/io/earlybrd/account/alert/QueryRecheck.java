package io.earlybrd.account.alert;

import io.earlybrd.account.preview.Preview;
import io.earlybrd.account.preview.Previews;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Makes good on what the form says when the matcher did not answer: has the query read later, and notes on the alert what is wrong
 * with it. Several instances may do this at the same time; the answer is the same.
 */
class QueryRecheck {

    private static final int AT_ONCE = 20;

    private final Alerts alerts;
    private final Previews previews;

    QueryRecheck(Alerts alerts, Previews previews) {
        this.alerts = alerts;
        this.previews = previews;
    }

    @Scheduled(
            every = "{account.alert.recheck-interval}",
            delayed = "10s",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> recheck() {
        return Panache.withSession(() -> alerts.unchecked(AT_ONCE)).chain(this::checkFirstOf);
    }

    /** One after the other, and no further once the matcher does not answer. */
    private Uni<Void> checkFirstOf(List<Alert> waiting) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return check(waiting.get(0))
                .chain(checked -> checked
                        ? checkFirstOf(waiting.subList(1, waiting.size()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> check(Alert alert) {
        return previews.of(alert.query(), alert.filters()).chain(preview -> {
            if (preview instanceof Preview.Unavailable) {
                return Uni.createFrom().item(false);
            }
            String problem = preview instanceof Preview.Unreadable unreadable ? unreadable.sentence() : null;
            return Panache.withTransaction(() -> alerts.checked(alert, problem)).replaceWith(true);
        });
    }
}
