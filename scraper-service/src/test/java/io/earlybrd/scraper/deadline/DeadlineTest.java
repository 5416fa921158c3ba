package io.earlybrd.scraper.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G14")
class DeadlineTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Context here = VERTX.getOrCreateContext();

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void workThatEndsInTime_givesWhatItGives() {
        assertThat(answer(LONG, Uni.createFrom().item("done")).join()).isEqualTo("done");
        assertThatThrownBy(() -> answer(LONG, Uni.createFrom().failure(new IllegalStateException("broken")))
                        .join())
                .hasRootCauseMessage("broken");
    }

    @Test
    void workThatNeverEnds_isWaitedForNoLongerAndNotCancelled() {
        // Given
        AtomicBoolean cancelled = new AtomicBoolean();
        CompletableFuture<String> end = new CompletableFuture<>();
        Uni<String> work = Uni.createFrom()
                .<String>emitter(result -> end.thenAccept(result::complete))
                .onCancellation()
                .invoke(() -> cancelled.set(true));

        // When
        CompletableFuture<String> answer = answer(SHORT, work);

        // Then
        assertThatThrownBy(() -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("too late");
        end.complete("after all");
        assertThat(cancelled).isFalse();
    }

    @Test
    void failure_comesWhereTheCallerGoesOn() {
        CompletableFuture<Context> place = new CompletableFuture<>();

        here.runOnContext(
                now -> Deadline.within(SHORT, here, () -> Uni.createFrom().nothing(), IllegalStateException::new)
                        .subscribe()
                        .with(item -> {}, failure -> place.complete(Vertx.currentContext())));

        assertThat(place.orTimeout(30, TimeUnit.SECONDS).join()).isSameAs(here);
    }

    private CompletableFuture<String> answer(Duration limit, Uni<String> work) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        here.runOnContext(now -> Deadline.within(limit, here, () -> work, () -> new IllegalStateException("too late"))
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
        return answer;
    }
}
