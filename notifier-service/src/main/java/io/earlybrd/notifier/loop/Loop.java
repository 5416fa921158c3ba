package io.earlybrd.notifier.loop;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs a task again and again, never twice at a time: at once when woken, and at intervals in any case, since work may come from
 * another instance or become due by itself. All state is confined to one event loop.
 */
public final class Loop {

    private final String name;
    private final Duration poll;
    private final Vertx vertx;
    private final Context context;
    private final Supplier<Uni<? extends Boolean>> task;

    private long timer;
    private boolean running;
    private boolean wokenMeanwhile;
    private boolean failing;
    private volatile boolean stopped;

    /**
     * @param name for the log
     * @param poll the longest pause between two runs
     * @param context the event loop on which the task is started
     * @param task gives true if there may be more to do at once
     */
    public Loop(String name, Duration poll, Vertx vertx, Context context, Supplier<Uni<? extends Boolean>> task) {
        this.name = name;
        this.poll = poll;
        this.vertx = vertx;
        this.context = context;
        this.task = task;
    }

    /** Starts it. */
    public void start() {
        context.runOnContext(now -> {
            timer = vertx.setPeriodic(poll.toMillis(), tick -> run());
            run();
        });
    }

    /** Ends it; a task that runs is not cut off. */
    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Runs the task now, or again if it is running. */
    public void wake() {
        context.runOnContext(now -> run());
    }

    private void run() {
        if (stopped) {
            return;
        }
        if (running) {
            wokenMeanwhile = true;
            return;
        }
        running = true;
        Uni.createFrom()
                .deferred(task)
                .subscribe()
                .with(
                        more -> context.runOnContext(now -> done(more)),
                        failure -> context.runOnContext(now -> failed(failure)));
    }

    private void done(boolean more) {
        running = false;
        if (failing) {
            failing = false;
            Log.infof("%s goes on", name);
        }
        if (more || wokenMeanwhile) {
            wokenMeanwhile = false;
            run();
        }
    }

    /** The next tick tries again; said once an outage. */
    private void failed(Throwable failure) {
        running = false;
        wokenMeanwhile = false;
        if (!failing && !stopped) {
            failing = true;
            Log.warnf(
                    failure,
                    "%s cannot go on, nothing is lost and it is tried again every %d ms",
                    name,
                    poll.toMillis());
        }
    }
}
