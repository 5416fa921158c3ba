package io.earlybrd.matcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.testing.MatchLedger;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job was told to whom does not depend on what came before, on the order of alerts, or on when and where it is matched. */
@Tag("M16")
class ReplayTest {

    @TempDir
    Path directory;

    private static final List<String> WORDS = List.of(
            "baker", "berlin", "cloud", "java", "kotlin", "lead", "night", "nurse", "remote", "rust", "sales",
            "senior");
    private static final Instant PUBLISHED = Instant.parse("2026-11-20T08:00:01Z");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<AlertSaved> alerts = IntStream.range(0, 300)
            .mapToObj(number -> Wish.of(query())
                    .by(new UUID(0, number / 2))
                    .version(1 + random.nextInt(3))
                    .saved())
            .toList();
    private final List<JobPosted> jobs = IntStream.range(0, 200)
            .mapToObj(number ->
                    Posting.titled(text(4)).id("job-" + number).body(text(20)).posted())
            .toList();

    @Test
    void replayFromAnyOffset_givesTheSameBytesButForTheStamps() {
        // Given
        Map<UUID, String> first = records(matching(alerts, PUBLISHED.plusSeconds(1)), jobs);
        assertThat(first).as("seed %s", seed).isNotEmpty();

        for (int run = 0; run < 10; run++) {
            int offset = random.nextInt(jobs.size());
            List<JobPosted> replayed = jobs.subList(offset, jobs.size());
            Map<UUID, String> expected = new HashMap<>(first);
            expected.keySet()
                    .removeAll(records(matching(alerts, PUBLISHED.plusSeconds(1)), jobs.subList(0, offset))
                            .keySet());

            // When
            Map<UUID, String> again = records(matching(inAnotherOrder(), PUBLISHED.plus(Duration.ofDays(9))), replayed);

            // Then
            assertThat(again).as("seed %s from %s", seed, offset).isEqualTo(expected);
        }
    }

    @Test
    void instantOfMatching_isTheOnlyStampThatAReplayMoves() {
        // Given
        JobPosted job = jobs.get(0);
        Instant then = PUBLISHED.plusSeconds(1);
        Instant now = PUBLISHED.plus(Duration.ofDays(9));

        // When
        List<JobMatched> first =
                matching(alertsFor(job), then).match(job, PUBLISHED).toList();
        List<JobMatched> again =
                matching(alertsFor(job), now).match(job, PUBLISHED).toList();

        // Then
        assertThat(first)
                .isNotEmpty()
                .allSatisfy(
                        match -> assertThat(match.hops()).isEqualTo(new HopTimes(Posting.FIRST_SEEN, PUBLISHED, then)));
        assertThat(again)
                .isNotEmpty()
                .allSatisfy(
                        match -> assertThat(match.hops()).isEqualTo(new HopTimes(Posting.FIRST_SEEN, PUBLISHED, now)));
    }

    /** Among older versions of themselves, which may come late. */
    private List<AlertSaved> inAnotherOrder() {
        List<AlertSaved> shuffled = new ArrayList<>(alerts);
        alerts.forEach(alert -> shuffled.add(Wish.of(query())
                .id(alert.alertId())
                .by(alert.subscriberId())
                .version(alert.version() - 1)
                .saved()));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private List<AlertSaved> alertsFor(JobPosted job) {
        return List.of(Wish.of(job.title().split(" ")[0]).saved());
    }

    private JobMatching matching(List<AlertSaved> alerts, Instant now) {
        AlertIndex index = new AlertIndex(directory);
        alerts.forEach(index::save);
        return new JobMatching(index, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Map<UUID, String> records(JobMatching matching, List<JobPosted> jobs) {
        Map<UUID, String> records = new HashMap<>();
        for (JobPosted job : jobs) {
            for (JobMatched match : matching.match(job, PUBLISHED).toList()) {
                records.put(MatchPublisher.idOf(match), EventJson.write(MatchLedger.withoutStamp(match)));
            }
        }
        return records;
    }

    private String query() {
        return switch (random.nextInt(4)) {
            case 0 -> word();
            case 1 -> word() + " " + word();
            case 2 -> word() + " OR " + word();
            default -> word() + " -" + word();
        };
    }

    private String text(int words) {
        return String.join(
                " ", IntStream.range(0, words).mapToObj(number -> word()).toList());
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
