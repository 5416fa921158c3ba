package io.earlybrd.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.notifier.testing.Entries;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Results of mails that cannot be written, all or one of them. */
@Tag("N4")
class ResultWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final Counter putOff = new SimpleMeterRegistry().counter("put.off");
    private final List<Attempt> written = new CopyOnWriteArrayList<>();
    private final AtomicBoolean outage = new AtomicBoolean();
    private final Attempt poison = attempt();
    private final ResultWriter writer = new ResultWriter(vertx, context, this::write, written::add, putOff);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void outage_keepsAllResultsUntilItIsOver() {
        // Given
        outage.set(true);
        Attempt first = attempt();
        Attempt second = attempt();

        // When
        add(first, second);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(writer.isBehind()).isTrue());
        assertThat(written).isEmpty();
        outage.set(false);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).containsExactly(first, second));
        assertThat(writer.isBehind()).isFalse();
        assertThat(putOff.count()).isZero();
    }

    @Test
    void resultThatCannotBeWritten_holdsUpNoOther() {
        Attempt first = attempt();
        Attempt last = attempt();

        add(first, poison, last);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(written).containsExactly(first, last);
            assertThat(putOff.count()).isEqualTo(1);
            assertThat(writer.isBehind()).isFalse();
        });
    }

    private void add(Attempt... attempts) {
        context.runOnContext(now -> List.of(attempts).forEach(writer::add));
    }

    private Uni<Void> write(List<Attempt> batch) {
        if (outage.get()) {
            return Uni.createFrom().failure(new IOException("connection refused"));
        }
        return batch.contains(poison)
                ? Uni.createFrom().failure(new IllegalArgumentException("cannot be written"))
                : Uni.createFrom().voidItem();
    }

    private static Attempt attempt() {
        QueuedMail mail = new QueuedMail(
                UUID.randomUUID(),
                Entries.ALICE,
                "account",
                "<1@mail.test>",
                1,
                Optional.empty(),
                Entries.NOW,
                Optional.empty());
        return new Attempt(new ReadyMail.Requested(mail, null), new SmtpOutcome.Accepted());
    }
}
