package io.earlybrd.scraper.crawl;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Lets work through one piece after the other, without a thread that waits; each goes on where it came from. */
final class OneAtATime {

    private final Queue<UniEmitter<? super Void>> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Runs the work when its turn comes. Must be called on a Vert.x context. */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        Context here = Vertx.currentContext();
        return Uni.createFrom()
                .<Void>emitter(this::enter)
                .emitOn(command -> here.runOnContext(ignored -> command.run()))
                .chain(() -> work.get().eventually(this::leave));
    }

    private void enter(UniEmitter<? super Void> turn) {
        synchronized (waiting) {
            if (busy) {
                waiting.add(turn);
                return;
            }
            busy = true;
        }
        turn.complete(null);
    }

    private void leave() {
        UniEmitter<? super Void> next;
        synchronized (waiting) {
            next = waiting.poll();
            busy = next != null;
        }
        if (next != null) {
            next.complete(null);
        }
    }
}
