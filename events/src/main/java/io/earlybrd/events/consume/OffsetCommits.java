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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/** Commits what a consumer has handled; what it could not commit it commits later, as long as it has the partition. */
final class OffsetCommits {

    static final Duration LATER = Duration.ofSeconds(1);

    private final Function<java.util.function.Consumer<Consumer<?, ?>>, Uni<Void>> onPollingThread;
    private final BiConsumer<Duration, Runnable> timer;
    private final AtomicBoolean isLaterSet = new AtomicBoolean();

    /** What is not committed; used on the polling thread alone. */
    private final Map<TopicPartition, OffsetAndMetadata> open = new HashMap<>();

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

    /** Commits these offsets and those that are still open; fails if it cannot now, and then tries again by itself. */
    Uni<Void> commit(Map<TopicPartition, OffsetAndMetadata> handled) {
        return trying(consumer -> {
            open.putAll(handled);
            commitOpen(consumer);
        });
    }

    private void commitLater() {
        if (isLaterSet.compareAndSet(false, true)) {
            timer.accept(LATER, () -> {
                isLaterSet.set(false);
                trying(this::commitWhatIsAhead)
                        .subscribe()
                        .with(done -> {}, failure -> Log.debug("offsets not committed this time either", failure));
            });
        }
    }

    /** Another consumer may have had a partition meanwhile, and be further. */
    private void commitWhatIsAhead(Consumer<?, ?> consumer) {
        consumer.committed(open.keySet())
                .forEach((partition, known) -> open.computeIfPresent(
                        partition, (same, mine) -> known != null && known.offset() >= mine.offset() ? null : mine));
        commitOpen(consumer);
    }

    private void commitOpen(Consumer<?, ?> consumer) {
        open.keySet().retainAll(consumer.assignment());
        if (!open.isEmpty()) {
            consumer.commitSync(Map.copyOf(open));
            open.clear();
        }
    }

    private Uni<Void> trying(java.util.function.Consumer<Consumer<?, ?>> commit) {
        return onPollingThread.apply(commit).onFailure(OffsetCommits::passes).invoke(this::commitLater);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof RebalanceInProgressException || failure instanceof RetriableException;
    }
}
