package io.earlybrd.matcher.recent;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.testing.Posting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(jobs.find("a").flatMap(jobs::read)).contains(second);
        assertThat(jobs.size()).isEqualTo(1);
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
    void newest_areThoseFirstSeenLast() {
        // Given
        jobs.add(
                Posting.titled("Old")
                        .id("old")
                        .firstSeenAt(NOW.minus(Duration.ofDays(31)))
                        .posted(),
                NOW);
        jobs.add(
                Posting.titled("Older")
                        .id("b")
                        .firstSeenAt(NOW.minusSeconds(60))
                        .posted(),
                NOW);
        jobs.add(Posting.titled("Newest").id("c").firstSeenAt(NOW).posted(), NOW);

        // Then
        assertThat(jobs.newest(NOW.minus(RecentJobs.KEPT)))
                .extracting(RecentJob::jobId)
                .containsExactly("c", "b");
    }

    @Test
    void whatWasToldMoreThan30DaysAgo_isForgottenWithItsFile() {
        // Given
        jobs.add(Posting.titled("Old").id("old").posted(), NOW.minus(Duration.ofDays(32)));
        jobs.add(Posting.titled("New").id("new").posted(), NOW);
        RecentJob old = jobs.find("old").orElseThrow();

        // When
        jobs.forgetBefore(NOW);

        // Then
        assertThat(jobs.find("old")).isEmpty();
        assertThat(jobs.read(old)).isEmpty();
        assertThat(jobs.find("new").flatMap(jobs::read)).isPresent();
    }

    @Test
    void files_haveNoNameToLeaveBehind() {
        // When
        jobs.add(Posting.titled("Nurse").posted(), NOW);

        // Then
        assertThat(directory).isEmptyDirectory();
    }
}
