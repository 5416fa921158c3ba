package io.earlybrd.scraper.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.function.Supplier;

/** Gives a piece of work a Vert.x context of its own: database session and trace live there, and must not be shared. */
public final class OwnContext {

    private OwnContext() {}

    /** Runs the work on a new context that shares the thread of this one. */
    public static <T> Uni<T> run(Context parent, Supplier<Uni<T>> work) {
        Context own = VertxContext.createNewDuplicatedContext(parent);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return Uni.createFrom()
                .<Void>emitter(start -> own.runOnContext(ignored -> start.complete(null)))
                .chain(work::get);
    }
}
