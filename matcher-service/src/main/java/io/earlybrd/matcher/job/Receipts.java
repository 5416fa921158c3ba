package io.earlybrd.matcher.job;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;

/** Waits for the broker's receipts of records that were sent in a row. */
final class Receipts {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    /** One more than receipts are missing, until the last record is sent. */
    private final AtomicInteger missing = new AtomicInteger(1);

    /** What the producer is to call for the next record. */
    Callback next() {
        missing.incrementAndGet();
        return (metadata, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            }
            received();
        };
    }

    /** Whether the broker has not taken one. */
    boolean failed() {
        return done.isCompletedExceptionally();
    }

    /** Gives a result once all receipts are there. */
    <T> Uni<T> all(T result) {
        received();
        return Uni.createFrom().completionStage(done).replaceWith(result);
    }

    private void received() {
        if (missing.decrementAndGet() == 0) {
            done.complete(null);
        }
    }
}
