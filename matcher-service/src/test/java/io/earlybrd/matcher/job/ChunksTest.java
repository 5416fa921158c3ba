package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Reason;
import io.earlybrd.events.SubscriberMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void manySubscribers_areCutAtFiveHundred() {
        // Given
        List<SubscriberMatch> subscribers =
                Stream.generate(() -> subscriber("java")).limit(1_001).toList();

        // When
        List<List<SubscriberMatch>> chunks = chunks(subscribers);

        // Then
        assertThat(chunks).extracting(List::size).containsExactly(500, 500, 1);
        assertThat(chunks.stream().flatMap(List::stream).toList()).isEqualTo(subscribers);
    }

    @Test
    void longReasons_areCutBeforeTheBrokersLimit() {
        // Given
        List<SubscriberMatch> subscribers = Stream.generate(() -> subscriber("\"" + "開".repeat(2_000) + "\""))
                .limit(500)
                .toList();

        // When
        List<List<SubscriberMatch>> chunks = chunks(subscribers);

        // Then
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(EventJson.writeBytes(chunk)).hasSizeLessThan(1_000_000));
        assertThat(chunks.stream().flatMap(List::stream)).hasSize(500);
    }

    @Test
    void nobody_makesNoChunk() {
        assertThat(chunks(List.of())).isEmpty();
    }

    private static List<List<SubscriberMatch>> chunks(List<SubscriberMatch> subscribers) {
        Iterator<SubscriberMatch> left = subscribers.iterator();
        Chunks chunks = new Chunks(() -> left.hasNext() ? Optional.of(left.next()) : Optional.empty());
        List<List<SubscriberMatch>> all = new ArrayList<>();
        chunks.forEachRemaining(all::add);
        return all;
    }

    private static SubscriberMatch subscriber(String clause) {
        AlertMatch match =
                new AlertMatch(UUID.randomUUID(), 1, Collections.nCopies(3, new Reason(clause, "body", 12_345)));
        return new SubscriberMatch(UUID.randomUUID(), List.of(match));
    }
}
