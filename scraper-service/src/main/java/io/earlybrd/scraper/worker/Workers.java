package io.earlybrd.scraper.worker;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Threads for what computes for long, so that no event loop does. */
@ApplicationScoped
public class Workers {

    private final Vertx vertx;

    public Workers(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Computes on a worker thread; whoever waits goes on where it came from. Must be called on a Vert.x context. */
    public <T> Uni<T> run(Supplier<T> computation) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(computation::get, false).toCompletionStage());
    }
}
