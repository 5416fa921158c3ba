package io.earlybrd.events.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M8")
class OffsetCommitsTest {

    private static final TopicPartition FIRST = new TopicPartition("jobs", 0);
    private static final TopicPartition SECOND = new TopicPartition("jobs", 1);

    private final RefusedConsumer consumer = new RefusedConsumer();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final OffsetCommits commits =
            new OffsetCommits(this::onPollingThread, (delay, action) -> later.add(action));

    OffsetCommitsTest() {
        consumer.assign(Set.of(FIRST, SECOND));
    }

    @Test
    void offsetsOfHandledRecords_areCommitted() {
        // When
        commit(FIRST, 3);
        commit(SECOND, 4);

        // Then
        assertThat(committed(FIRST)).isEqualTo(3);
        assertThat(committed(SECOND)).isEqualTo(4);
        assertThat(later).isEmpty();
    }

    @Test
    void offsetThatARebalanceRefuses_isCommittedWithoutAnotherRecord() {
        // Given
        consumer.refusals.add(new RebalanceInProgressException());
        commit(FIRST, 3);
        consumer.refusals.add(new RebalanceInProgressException());
        later.remove().run();

        // When
        later.remove().run();

        // Then
        assertThat(committed(FIRST)).isEqualTo(3);
        assertThat(later).isEmpty();
    }

    @Test
    void offsetsRefusedOneAfterTheOther_areTriedAgainTogether() {
        // Given
        consumer.refusals.add(new RebalanceInProgressException());
        commit(FIRST, 3);
        consumer.refusals.add(new RebalanceInProgressException());
        commit(SECOND, 4);

        // When
        assertThat(later).hasSize(1);
        later.remove().run();

        // Then
        assertThat(committed(FIRST)).isEqualTo(3);
        assertThat(committed(SECOND)).isEqualTo(4);
    }

    @Test
    void laterCommit_isNotSetBackByOneThatWasRefused() {
        // Given
        consumer.refusals.add(new RebalanceInProgressException());
        commit(FIRST, 3);

        // When
        commit(FIRST, 5);
        later.remove().run();

        // Then
        assertThat(committed(FIRST)).isEqualTo(5);
    }

    @Test
    void refusalOfAConsumerThatIsOut_isNotMadeUpFor() {
        // Given
        consumer.refusals.add(new CommitFailedException());
        commit(FIRST, 3);

        // When
        commit(SECOND, 4);

        // Then
        assertThat(committed(FIRST)).isEqualTo(-1);
        assertThat(committed(SECOND)).isEqualTo(4);
        assertThat(later).isEmpty();
    }

    @Test
    void partitionThatWent_isLeftToItsNewConsumer() {
        // Given
        consumer.refusals.add(new RebalanceInProgressException());
        commit(FIRST, 3);
        consumer.assign(Set.of(SECOND));

        // When
        later.remove().run();

        // Then
        assertThat(committed(FIRST)).isEqualTo(-1);
    }

    @Test
    void partitionThatCameBackFurther_isNotSetBack() {
        // Given
        consumer.refusals.add(new RebalanceInProgressException());
        commit(FIRST, 3);
        consumer.commitSync(Map.of(FIRST, new OffsetAndMetadata(9)));

        // When
        later.remove().run();

        // Then
        assertThat(committed(FIRST)).isEqualTo(9);
    }

    private Uni<Void> onPollingThread(java.util.function.Consumer<Consumer<?, ?>> action) {
        return Uni.createFrom().voidItem().invoke(() -> action.accept(consumer));
    }

    private void commit(TopicPartition partition, long offset) {
        commits.commit(Map.of(partition, new OffsetAndMetadata(offset)))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    private long committed(TopicPartition partition) {
        OffsetAndMetadata known = consumer.committed(Set.of(partition)).get(partition);
        return known == null ? -1 : known.offset();
    }

    /** A consumer whose next commits are refused. */
    private static final class RefusedConsumer extends MockConsumer<String, byte[]> {

        private final Queue<KafkaException> refusals = new ArrayDeque<>();

        RefusedConsumer() {
            super("earliest");
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            super.commitSync(offsets);
        }
    }
}
