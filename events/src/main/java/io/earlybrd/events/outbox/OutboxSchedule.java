package io.earlybrd.events.outbox;

import io.earlybrd.events.inbox.Inbox;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wakes the relay: at once when PostgreSQL notifies that a row was committed, and every second in any case, since a notification
 * may be lost with its connection. All state is confined to one event loop.
 */
@ApplicationScoped
class OutboxSchedule {

    private static final Duration LISTEN_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final OutboxRelay relay;
    private final OutboxTable table;
    private final OutboxMetrics metrics;
    private final Inbox inbox;
    private final Duration poll;
    private final Duration kept;

    private Context context;
    private boolean draining;
    private boolean wokenMeanwhile;
    private boolean failing;
    private volatile boolean stopped;

    OutboxSchedule(
            Vertx vertx,
            OutboxRelay relay,
            OutboxTable table,
            OutboxMetrics metrics,
            Inbox inbox,
            @ConfigProperty(name = "earlybrd.outbox.poll") Duration poll,
            @ConfigProperty(name = "earlybrd.outbox.kept") Duration kept) {
        this.vertx = vertx;
        this.relay = relay;
        this.table = table;
        this.metrics = metrics;
        this.inbox = inbox;
        this.poll = poll;
        this.kept = kept;
    }

    void start(@Observes StartupEvent event) {
        context = vertx.getOrCreateContext();
        context.runOnContext(now -> {
            listen();
            vertx.setPeriodic(poll.toMillis(), this::poll);
            vertx.setPeriodic(PRUNE_EVERY.toMillis(), this::prune);
            wake();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void listen() {
        if (stopped) {
            return;
        }
        table.pool()
                .getConnection()
                .flatMap(connection -> connection
                        .query("listen outbox")
                        .execute()
                        .onFailure()
                        .call(connection::close)
                        // Only now, so that a connection that breaks while it is set up is replaced once, not twice.
                        .invoke(() -> PgConnection.cast(connection.getDelegate())
                                .notificationHandler(notification -> context.runOnContext(now -> wake()))
                                .closeHandler(closed -> listenLater())))
                .subscribe()
                .with(listening -> wake(), failure -> listenLater());
    }

    private void listenLater() {
        context.runOnContext(now -> vertx.setTimer(LISTEN_AGAIN_AFTER.toMillis(), timer -> listen()));
    }

    private void poll(long timer) {
        if (stopped) {
            vertx.cancelTimer(timer);
            return;
        }
        wake();
        table.backlog().subscribe().with(metrics::backlog, failure -> Log.debug("outbox not counted", failure));
    }

    private void prune(long timer) {
        if (stopped) {
            vertx.cancelTimer(timer);
            return;
        }
        untilNone(() -> table.prune(kept))
                .chain(() -> untilNone(inbox::prune))
                .subscribe()
                .with(done -> {}, failure -> Log.warnf("outbox not pruned cause=%s", failure));
    }

    /** Repeats a deletion of some rows until it finds none, so that a busy day is pruned as well as a quiet one. */
    static Uni<Void> untilNone(Supplier<Uni<? extends Integer>> deletion) {
        return Uni.createFrom()
                .deferred(deletion)
                .repeat()
                .whilst(deleted -> deleted > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void wake() {
        if (stopped) {
            return;
        }
        if (draining) {
            wokenMeanwhile = true;
            return;
        }
        draining = true;
        Uni.createFrom()
                .deferred(relay::drain)
                .subscribe()
                .with(
                        done -> context.runOnContext(now -> drained()),
                        failure -> context.runOnContext(now -> failed(failure)));
    }

    private void drained() {
        draining = false;
        if (failing) {
            failing = false;
            Log.info("outbox publishes again");
        }
        if (wokenMeanwhile) {
            wokenMeanwhile = false;
            wake();
        }
    }

    /** The next poll tries again; said once an outage, since the age is a metric. */
    private void failed(Throwable failure) {
        draining = false;
        wokenMeanwhile = false;
        if (!failing && !stopped) {
            failing = true;
            Log.warnf(failure, "outbox cannot publish, rows are kept and tried again");
        }
    }
}
