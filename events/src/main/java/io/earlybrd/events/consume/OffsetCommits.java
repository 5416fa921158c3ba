package io.earlybrd.events.consume;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/** Commits what a consumer has handled; what it could not commit it commits later, as long as it has the partition. */
final class OffsetCommits {

    private static final Duration LATER = Duration.ofSeconds(1);

    private final Function<java.util.function.Consumer<Consumer<?, ?>>, Uni<Void>> onPollingThread;
    private final BiConsumer<Duration, Runnable> timer;
    private final AtomicBoolean isLaterSet = new AtomicBoolean();

    /** What was refused; used on the polling thread alone. */
    private final Map<TopicPartition, OffsetAndMetadata> refused = new HashMap<>();

    /**
     * @param onPollingThread has something done with the consumer by the one thread that may
     * @param timer has something done later
     */
    OffsetCommits(
            Function<java.util.function.Consumer<Consumer<?, ?>>, Uni<Void>> onPollingThread,
            BiConsumer<Duration, Runnable> timer) {
        this.onPollingThread = onPollingThread;
        this.timer = timer;
    }

    /** Commits these offsets; fails if it cannot now, and then tries again by itself. */
    Uni<Void> commit(Map<TopicPartition, OffsetAndMetadata> handled) {
        return trying(consumer -> commit(consumer, handled));
    }

    private void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets);
        } catch (KafkaException e) {
            if (passes(e)) {
                refused.putAll(offsets);
            }
            throw e;
        }
    }

    private Uni<Void> trying(java.util.function.Consumer<Consumer<?, ?>> commit) {
        return onPollingThread.apply(commit).onFailure(OffsetCommits::passes).invoke(this::commitLater);
    }

    private void commitLater() {
        if (isLaterSet.compareAndSet(false, true)) {
            timer.accept(LATER, () -> {
                isLaterSet.set(false);
                trying(this::commitRefused)
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> Log.warnf("handled offsets not committed this time either: %s", failure));
            });
        }
    }

    /** Those of partitions that are still here, unless what is committed is further: another consumer may have had one meanwhile. */
    private void commitRefused(Consumer<?, ?> consumer) {
        refused.keySet().retainAll(consumer.assignment());
        consumer.committed(refused.keySet())
                .forEach((partition, known) -> refused.computeIfPresent(
                        partition, (same, mine) -> known != null && known.offset() >= mine.offset() ? null : mine));
        Map<TopicPartition, OffsetAndMetadata> left = Map.copyOf(refused);
        refused.clear();
        commit(consumer, left);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof RebalanceInProgressException || failure instanceof RetriableException;
    }
}
