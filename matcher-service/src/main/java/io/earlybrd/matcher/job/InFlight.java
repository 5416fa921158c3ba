package io.earlybrd.matcher.job;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What was begun in a row and ends in any order. One thread begins. */
final class InFlight {

    private final List<CompletableFuture<Void>> begun = new ArrayList<>();
    private volatile boolean failed;

    /** Begins something. */
    void add(Uni<Void> work) {
        begun.add(work.onFailure().invoke(() -> failed = true).subscribeAsCompletionStage());
    }

    /** Whether something has failed, so that it makes no sense to begin more. */
    boolean failed() {
        return failed;
    }

    /** How many from the first on have succeeded, once all have ended. */
    Uni<Integer> succeeded() {
        return Uni.createFrom()
                .completionStage(CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new))
                        .handle((nothing, failure) -> leadingSuccesses()));
    }

    private int leadingSuccesses() {
        int count = 0;
        while (count < begun.size() && !begun.get(count).isCompletedExceptionally()) {
            count++;
        }
        return count;
    }
}
