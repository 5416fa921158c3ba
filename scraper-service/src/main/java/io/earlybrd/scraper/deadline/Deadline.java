package io.earlybrd.scraper.deadline;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Stops waiting for work that takes too long. The work itself is not cancelled, because what is cancelled in its middle never
 * gives back its connection to the database or its place at a host: it may still end, and nobody hears of it.
 */
public final class Deadline {

    private Deadline() {}

    /**
     * Waits for work for so long.
     *
     * @param here the Vert.x context on which the caller goes on
     * @param passed makes the failure of work that takes longer
     */
    public static <T> Uni<T> within(
            Duration limit, Context here, Supplier<Uni<T>> work, Supplier<? extends Throwable> passed) {
        return Uni.createFrom().emitter(result -> {
            long timer = here.owner()
                    .setTimer(limit.toMillis(), late -> here.runOnContext(now -> result.fail(passed.get())));
            Uni.createFrom()
                    .deferred(work::get)
                    .onTermination()
                    .invoke(() -> here.owner().cancelTimer(timer))
                    .subscribe()
                    .with(result::complete, result::fail);
        });
    }
}
