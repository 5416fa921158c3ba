package io.earlybrd.notifier.unsubscribe;

import io.earlybrd.events.AddressSuppressed;
import io.earlybrd.events.AlertStopped;
import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Stops alerts, and tells the other services. A stop is made anew each time: a start that is on its way may lift the stop before, but
 * not this one. All methods must be called within a Panache transaction.
 */
@ApplicationScoped
class Stops {

    private static final String UNSUBSCRIBED = "unsubscribed";

    /** Not before the resume that it follows, whose time is that of another machine's clock. */
    private static final String STOP = """
            insert into alert_stop (alert_id, subscriber_id, stopped_at)
            select wanted.alert_id, :subscriberId, greatest(cast(:now as timestamptz), alert.resumed_at)
            from unnest(cast(:alertIds as uuid[])) as wanted (alert_id) left join alert using (alert_id)
            where not exists (select from subscriber where subscriber_id = :subscriberId and erased)
            order by wanted.alert_id
            on conflict (alert_id) do update set stopped_at = excluded.stopped_at
            where alert_stop.stopped_at < excluded.stopped_at
            returning cast(jsonb_build_object(
                'subscriberId', subscriber_id, 'alertId', alert_id, 'stoppedAt', stopped_at) as text)
            """;

    private static final String OPT_OUT = """
            insert into opt_out (subscriber_id, opted_out_at)
            select :subscriberId, cast(:now as timestamptz)
            where not exists (select from subscriber where subscriber_id = :subscriberId and erased)
            on conflict (subscriber_id) do update set opted_out_at = excluded.opted_out_at
            where opt_out.opted_out_at < excluded.opted_out_at
            """;

    private final Outbox outbox;
    private final Clock clock;

    Stops(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stops these alerts until they are resumed. */
    Uni<Void> stop(Stoppable stoppable) {
        return Sql.of(STOP)
                .with("subscriberId", stoppable.subscriberId())
                .with("alertIds", stoppable.alertIds())
                .with("now", clock.instant())
                .list(AlertStopped.class)
                .chain(stopped -> outbox.append(stopped));
    }

    /** Stops all alerts of the subscriber until they are switched on again. */
    Uni<Void> stopAll(UUID subscriberId) {
        // As exact as the column, since what lifts the stop names it by its time.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Sql.of(OPT_OUT)
                .with("subscriberId", subscriberId)
                .with("now", now)
                .execute()
                .chain(added -> added == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.append(new AddressSuppressed(subscriberId, UNSUBSCRIBED, now)));
    }
}
