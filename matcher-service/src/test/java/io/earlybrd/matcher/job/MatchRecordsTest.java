package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.index.FoundAlert;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchRecordsTest {

    private static final int PARTITION = 3;

    @TempDir
    Path directory;

    @Test
    @Tag("M12")
    void recordsOfAJobForMany_areMadeWhenTheyAreAskedFor() {
        // Given
        List<UUID> subscribers = Stream.generate(UUID::randomUUID)
                .filter(id -> Topic.partitionOf(id.toString()) == PARTITION)
                .limit(2 * JobMatched.MAX_SUBSCRIBERS)
                .sorted()
                .toList();
        try (AlertIndex index = new AlertIndex(directory)) {
            // One more of the second record is known before the first is handed out, since that ends where it begins.
            int first = JobMatched.MAX_SUBSCRIBERS + 1;
            subscribers
                    .subList(0, first)
                    .forEach(id -> index.save(Wish.of("nurse").by(id).saved()));
            subscribers
                    .subList(first, subscribers.size())
                    .forEach(id -> index.save(Wish.of("nurse -night").by(id).saved()));
            List<FoundAlert> found = index.matching(Posting.titled("Nurse").text());
            // Alerts that are asked for their reasons now say that the job is not for them, which is counted.
            JobText atNight = Posting.titled("Night Nurse").text();

            // When
            MatchRecords records = new MatchRecords(
                    index, atNight, found, new HopTimes(Posting.FIRST_SEEN, Posting.FIRST_SEEN, Posting.FIRST_SEEN));
            JobMatched one = records.next();
            long askedForTheFirst = index.disagreements();
            JobMatched other = records.next();

            // Then
            assertThat(one.subscribers()).hasSize(JobMatched.MAX_SUBSCRIBERS);
            assertThat(askedForTheFirst).isZero();
            assertThat(other.subscribers()).hasSize(1);
            assertThat(records.hasNext()).isFalse();
            assertThat(index.disagreements()).isEqualTo(subscribers.size() - first);
        }
    }
}
