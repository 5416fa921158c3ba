package io.earlybrd.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.testkit.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The boards of the local run give something new to find, and go on doing so. */
@Tag("S1")
class DemoBoardTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void boards_growByThemselves() {
        try (DemoBoard demo = DemoBoard.start(0, Clock.systemUTC(), Duration.ofMillis(20))) {
            // Given
            Reader reader = new Reader(demo.url());

            // Then
            await().untilAsserted(() -> assertThat(titles(reader)).hasSizeGreaterThan(20));
        }
    }

    @Test
    void firstPostings_areFewAndTheSameInEveryRun() {
        try (DemoBoard first = DemoBoard.start(0, MutableClock.at("2026-11-23T09:00:00Z"), NEVER);
                DemoBoard second = DemoBoard.start(0, MutableClock.at("2026-11-24T09:00:00Z"), NEVER)) {
            assertThat(ids(new Reader(first.url()))).hasSize(10).isEqualTo(ids(new Reader(second.url())));
        }
    }

    @Test
    void laterPostings_areNewJobsInEveryRun() {
        // Given
        MutableClock clock = MutableClock.at("2026-11-23T09:00:00Z");
        // So long that its own timer never comes between.
        Duration interval = Duration.ofDays(1);

        // When
        List<String> beforeRestart = grown(clock, interval);
        clock.advance(interval.multipliedBy(100));
        List<String> afterRestart = grown(clock, interval);

        // Then
        assertThat(beforeRestart).hasSize(80).doesNotHaveDuplicates();
        assertThat(afterRestart).hasSize(80).doesNotHaveDuplicates().doesNotContainAnyElementsOf(beforeRestart);
    }

    @Test
    void everyEmployer_isReadableInItsShapeAndByPeople() {
        try (DemoBoard demo = DemoBoard.start(0, MutableClock.at("2026-11-23T09:00:00Z"), NEVER)) {
            Reader reader = new Reader(demo.url());
            for (DemoBoard.Employer employer : DemoBoard.employers()) {
                assertThat(reader.json("/v1/boards/" + employer.board() + "/jobs")
                                .get("jobs"))
                        .isNotEmpty();
                assertThat(reader.json("/v0/postings/" + employer.board() + "?mode=json"))
                        .isNotEmpty();
                assertThat(reader.text("/feeds/" + employer.board() + ".xml")).contains("<item>");
                assertThat(reader.text("/")).contains(employer.company()).doesNotContain("<script");
            }
            JsonNode job = reader.json("/v1/boards/fjordbank/jobs").at("/jobs/0");
            assertThat(reader.text(job.get("absolute_url").asText())).contains("Kubernetes", "EUR 82,000 to 96,000");
        }
    }

    @Test
    void whatPeopleTryFirst_isThereFromTheStart() {
        try (DemoBoard demo = DemoBoard.start(0, MutableClock.at("2026-11-23T09:00:00Z"), NEVER)) {
            Reader reader = new Reader(demo.url());
            StringBuilder everything = new StringBuilder();
            DemoBoard.employers()
                    .forEach(employer -> everything.append(reader.text("/feeds/" + employer.board() + ".xml")));
            assertThat(everything.toString().toLowerCase(Locale.ROOT))
                    .contains("platform engineer", "java", "kubernetes", "data", "nurse", "berlin", "remote");
        }
    }

    /** The titles of what eighty intervals bring. */
    private static List<String> grown(MutableClock clock, Duration interval) {
        try (DemoBoard demo = DemoBoard.start(0, clock, interval)) {
            Reader reader = new Reader(demo.url());
            List<String> standing = titles(reader);
            for (int i = 0; i < 80; i++) {
                demo.grow();
            }
            List<String> titles = titles(reader);
            titles.removeAll(standing);
            return titles;
        }
    }

    private static List<String> titles(Reader reader) {
        return members(reader, "title");
    }

    private static List<String> ids(Reader reader) {
        return members(reader, "id");
    }

    private static List<String> members(Reader reader, String name) {
        List<String> values = new ArrayList<>();
        DemoBoard.employers()
                .forEach(employer -> reader.json("/v1/boards/" + employer.board() + "/jobs")
                        .get("jobs")
                        .forEach(job -> values.add(job.get(name).asText())));
        return values;
    }
}
