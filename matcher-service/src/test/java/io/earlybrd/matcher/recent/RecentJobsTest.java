package io.earlybrd.matcher.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.testkit.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentJobsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path directory;

    private RecentJobs jobs;

    @BeforeEach
    void open() {
        jobs = new RecentJobs(directory);
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void newerVersion_replacesTheOlderAndNotTheOtherWayRound() {
        // Given
        JobPosted first = Posting.titled("Nurse").id("a").version(1).posted();
        JobPosted second = Posting.titled("Head nurse").id("a").version(2).posted();

        // When
        jobs.add(first, NOW);
        jobs.add(second, NOW);
        jobs.add(first, NOW);

        // Then
        assertThat(jobs.find("a").map(RecentJob::posted)).contains(second);
        assertThat(jobs.size()).isEqualTo(1);
        assertThat(jobs.count()).isEqualTo(1);
    }

    @Test
    void closedJob_staysAndIsMarkedUntilItReturns() {
        // Given
        jobs.add(Posting.titled("Nurse").id("a").version(1).posted(), NOW);

        // When
        jobs.close(new JobClosed("a", 2, "greenhouse/fjordbank", NOW));

        // Then
        assertThat(jobs.find("a"))
                .hasValueSatisfying(job -> assertThat(job.closed()).isTrue());
        jobs.add(Posting.titled("Nurse").id("a").version(3).posted(), NOW);
        assertThat(jobs.find("a"))
                .hasValueSatisfying(job -> assertThat(job.closed()).isFalse());
    }

    @Test
    void closingThatIsOlderThanTheJob_changesNothing() {
        // Given
        jobs.add(Posting.titled("Nurse").id("a").version(3).posted(), NOW);

        // When
        jobs.close(new JobClosed("a", 2, "greenhouse/fjordbank", NOW));

        // Then
        assertThat(jobs.find("a")).map(RecentJob::closed).contains(false);
        assertThat(jobs.find("a")).map(RecentJob::version).contains(3L);
    }

    @Test
    void versionThatWasSeenByAReader_stillRefusesOlderOnes() {
        // Given
        jobs.add(Posting.titled("Head nurse").id("a").version(2).posted(), NOW);
        assertThat(jobs.size()).isEqualTo(1);

        // When
        jobs.add(Posting.titled("Nurse").id("a").version(1).posted(), NOW);

        // Then
        assertThat(jobs.find("a")).map(job -> job.posted().title()).contains("Head nurse");
    }

    @Test
    void whatWasToldMoreThan30DaysAgo_isForgotten() {
        // Given
        jobs.add(
                Posting.titled("Old").id("old").posted(),
                NOW.minus(Duration.ofDays(30)).minusMillis(1));
        jobs.add(Posting.titled("Told again").id("again").version(1).posted(), NOW.minus(Duration.ofDays(32)));
        jobs.add(Posting.titled("Told again").id("again").version(2).posted(), NOW);
        jobs.add(Posting.titled("New").id("new").posted(), NOW.minus(Duration.ofDays(30)));

        // When
        jobs.forgetBefore(NOW);

        // Then
        assertThat(jobs.find("old")).isEmpty();
        assertThat(jobs.find("again")).isPresent();
        assertThat(jobs.find("new")).isPresent();
        assertThat(jobs.size()).isEqualTo(2);
    }

    @Test
    void jobOfAnySize_isHeld() {
        // Given
        Posting large = Posting.titled("x".repeat(50_000)).id("large").body("y".repeat(50_000));
        for (int i = 0; i < 5_000; i++) {
            large.in("Place number " + i);
        }
        JobPosted posted = large.firstSeenAt(Instant.MAX).posted();

        // When
        jobs.add(posted, NOW);

        // Then
        assertThat(jobs.find("large")).map(RecentJob::posted).contains(posted);
    }

    @Test
    void jobThatLacksWhatEveryJobHas_isRefusedAndTheNextIsTaken() {
        // When
        assertThatThrownBy(() -> jobs.add(Posting.titled(null).posted(), NOW)).isInstanceOf(UnreadableEvent.class);
        jobs.add(Posting.titled("Nurse").id("a").posted(), NOW);

        // Then
        assertThat(jobs.find("a")).isPresent();
        assertThat(jobs.isWhole()).isTrue();
    }

    @Test
    void closedStore_leavesNothingBehind() {
        // Given
        jobs.add(Posting.titled("Nurse").posted(), NOW);
        assertThat(jobs.size()).isEqualTo(1);

        // When
        jobs.close();

        // Then
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void diskThatFails_leavesWhatIsThereAndIsSaid() throws IOException {
        // Given
        jobs.add(Posting.titled("Nurse").id("a").posted(), NOW);
        assertThat(jobs.find("a")).isPresent();

        // When
        try (Stream<Path> index = Files.walk(directory)) {
            for (Path path : index.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        String said;
        try (CapturedLog log = CapturedLog.begin()) {
            jobs.add(Posting.titled("Night nurse").id("b").posted(), NOW);
            assertThat(jobs.find("b")).isEmpty();
            jobs.add(Posting.titled("Day nurse").id("c").posted(), NOW);
            jobs.forgetBefore(NOW);
            said = log.text();
        }

        // Then
        assertThat(jobs.isWhole()).isFalse();
        assertThat(jobs.find("a")).isPresent();
        assertThat(said.lines()).singleElement().asString().contains("recent jobs are no longer stored");
    }
}
