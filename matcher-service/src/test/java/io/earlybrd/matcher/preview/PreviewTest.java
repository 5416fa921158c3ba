package io.earlybrd.matcher.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.job.JobMatching;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.recent.RecentJobs;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.RecordedJobs;
import io.earlybrd.matcher.testing.Wish;
import io.earlybrd.testkit.MutableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("M7")
class PreviewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final MutableClock clock = MutableClock.at(NOW);
    private final MeterRegistry meters = new SimpleMeterRegistry();
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
    @Tag("S10")
    @Tag("S19")
    void previewOfRandomAlerts_isWhatLiveMatchingTells() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> words = List.of("nurse", "rust", "C++", "front-end", "manager", "senior", "Node.js", "berlin");
        AlertIndex index = new AlertIndex(directory);
        Map<UUID, AlertSaved> alerts = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            AlertSaved alert = randomAlert(words, random);
            alerts.put(alert.alertId(), alert);
            index.save(alert);
        }
        Map<UUID, Set<String>> told = new HashMap<>();

        // When
        for (int i = 0; i < 100; i++) {
            JobPosted job = randomJob(words, random);
            jobs.add(job, NOW);
            told(index, job)
                    .forEach(alertId ->
                            told.computeIfAbsent(alertId, id -> new HashSet<>()).add(job.jobId()));
        }

        // Then
        alerts.forEach((alertId, alert) -> assertThat(previewed(alert))
                .as("seed %s: %s %s", seed, alert.query(), alert.filters())
                .isEqualTo(told.getOrDefault(alertId, Set.of())));
    }

    @Test
    @Tag("S10")
    @Tag("S19")
    @Tag("W2")
    void agenciesAndReposts_areRulesOnlyWhereTheyKeepJobsAway() {
        // Given
        jobs.add(Posting.titled("Nurse").id("plain").posted(), NOW);
        Question plain = new Question(Wish.of("nurse").employersOnly().criteria(), Optional.empty(), 10, 10);

        // When
        PreviewAnswer before = preview(clock, LONG).of(plain);
        jobs.add(Posting.titled("Nurse").id("agency").byAgency().posted(), NOW);
        jobs.add(Posting.titled("Nurse").id("again").relisted(2).posted(), NOW);
        jobs.add(Posting.titled("Nurse").id("both").byAgency().relisted(2).posted(), NOW);
        PreviewAnswer after = preview(clock, LONG).of(plain);

        // Then
        assertThat(before.clauses()).isEmpty();
        assertThat(after.jobs()).extracting(PreviewAnswer.Found::jobId).containsExactly("plain");
        assertThat(after.clauses())
                .extracting(PreviewAnswer.Cost::kind, PreviewAnswer.Cost::clause, PreviewAnswer.Cost::without)
                .containsExactlyInAnyOrder(
                        tuple("employersOnly", "employers only", 1), tuple("reposts", "no reposts", 1));
        assertThat(after.nearMisses())
                .extracting(PreviewAnswer.NearMiss::jobId, PreviewAnswer.NearMiss::kind)
                .containsExactlyInAnyOrder(tuple("agency", "employersOnly"), tuple("again", "reposts"));
    }

    @Test
    @Tag("A6")
    void previewOfRealJobs_isWhatLiveMatchingTells() {
        // Given
        List<JobPosted> recorded = RecordedJobs.ofBoards();
        List<AlertSaved> alerts = List.of(
                Wish.of("engineer -manager").in("San Francisco", "New York").saved(),
                Wish.of("title:(engineer OR developer) (python OR go OR C++)").saved(),
                Wish.of("\"machine learning\" -intern").remote("only").saved(),
                Wish.of("sales").in("Europe").saved());
        AlertIndex index = new AlertIndex(directory);
        alerts.forEach(index::save);
        Map<UUID, Set<String>> told = new HashMap<>();

        // When
        for (JobPosted job : recorded) {
            jobs.add(job, NOW);
            told(index, job)
                    .forEach(alertId ->
                            told.computeIfAbsent(alertId, id -> new HashSet<>()).add(job.jobId()));
        }

        // Then
        assertThat(told).hasSize(alerts.size());
        alerts.forEach(alert -> assertThat(previewed(alert)).as(alert.query()).isEqualTo(told.get(alert.alertId())));
    }

    @Test
    void count_tellsApartWhatWouldNotHaveBeenMailed() {
        // Given
        jobs.add(Posting.titled("Nurse").backfill().posted(), NOW);
        jobs.add(Posting.titled("Night nurse").posted(), NOW);
        jobs.add(Posting.titled("Cook").posted(), NOW);

        // When
        PreviewAnswer answer = preview(clock, LONG).of(ask(Wish.of("nurse"), 1));

        // Then
        assertThat(answer.count()).isEqualTo(2);
        assertThat(answer.backfilled()).isEqualTo(1);
        assertThat(answer.jobs()).hasSize(1);
        assertThat(answer.complete()).isTrue();
    }

    @Test
    void previewThatTakesTooLong_answersWithWhatItHas() {
        // Given
        jobs.add(Posting.titled("Nurse").posted(), NOW);
        Clock racing = new Clock() {
            private Instant now = NOW;

            @Override
            public Instant instant() {
                now = now.plusSeconds(1);
                return now;
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };

        // When
        PreviewAnswer answer = preview(racing, Duration.ZERO).of(ask(Wish.of("nurse"), 10));

        // Then
        assertThat(answer.complete()).isFalse();
        assertThat(answer.count()).isZero();
    }

    @Test
    @Tag("W2")
    @Tag("W3")
    void clauseThatKeepsJobsAway_isNamedWithTheJobsThatItCosts() {
        // Given
        jobs.add(Posting.titled("Nurse").in("Berlin").posted(), NOW);
        jobs.add(Posting.titled("Nurse").id("away").in("Munich").posted(), NOW);
        jobs.add(Posting.titled("Nurse manager").id("manager").in("Berlin").posted(), NOW);
        jobs.add(Posting.titled("Nurse manager").in("Munich").posted(), NOW);
        jobs.add(Posting.titled("Cook").in("Berlin").posted(), NOW);

        // When
        PreviewAnswer answer =
                preview(clock, LONG).of(ask(Wish.of("nurse -manager").in("Berlin"), 10));

        // Then
        assertThat(answer.count()).isEqualTo(1);
        assertThat(answer.clauses())
                .containsExactlyInAnyOrder(
                        new PreviewAnswer.Cost("not", "-manager", 1, Optional.of("nurse")),
                        new PreviewAnswer.Cost("places", "Berlin", 1, Optional.empty()));
        assertThat(answer.nearMisses())
                .extracting(PreviewAnswer.NearMiss::jobId, PreviewAnswer.NearMiss::clause)
                .containsExactlyInAnyOrder(tuple("away", "Berlin"), tuple("manager", "-manager"));
    }

    @Test
    @Tag("M14")
    @Tag("W3")
    void clauseWithOtherNames_isNamedAsItWasWritten() {
        // Given
        jobs.add(Posting.titled("Nurse").body("ML and Kubernetes").posted(), NOW);
        jobs.add(Posting.titled("Nurse").body("machine learning").posted(), NOW);

        // When
        PreviewAnswer answer = preview(clock, LONG)
                .of(ask(Wish.of("nurse machine learning k8s").withAliases(), 10));

        // Then
        assertThat(answer.count()).isEqualTo(1);
        assertThat(answer.clauses())
                .containsExactly(new PreviewAnswer.Cost("word", "k8s", 1, Optional.of("nurse machine learning")));
    }

    @Test
    @Tag("W3")
    void forecast_countsMailsOfEachCadenceInAWeekLikeThoseBefore() {
        // Given
        jobs.add(seen("Cook", Duration.ofDays(28).minusMinutes(1)), NOW);
        for (int day = 1; day <= 14; day++) {
            jobs.add(seen("Nurse", Duration.ofDays(day)), NOW);
            jobs.add(seen("Nurse", Duration.ofDays(day)), NOW);
            jobs.add(seen("Nurse", Duration.ofDays(day).minusHours(1)), NOW);
        }

        // When
        PreviewAnswer answer = preview(clock, LONG).of(ask(Wish.of("nurse"), 1));

        // Then
        assertThat(answer.forecast().instant()).isEqualTo(7.0);
        assertThat(answer.forecast().daily()).isBetween(3.5, 3.8);
        assertThat(answer.forecast().weekly()).isBetween(0.5, 0.8);
        assertThat(answer.watchedDays()).isEqualTo(28);
    }

    @Test
    @Tag("W3")
    void forecast_ofAYoungStoreTellsOnHowManyDaysItRests() {
        // Given
        PreviewAnswer empty = preview(clock, LONG).of(ask(Wish.of("nurse"), 1));
        jobs.add(seen("Cook", Duration.ofDays(3).minusMinutes(1)), NOW);
        jobs.add(seen("Nurse", Duration.ofDays(1)), NOW);

        // When
        PreviewAnswer answer = preview(clock, LONG).of(ask(Wish.of("nurse"), 1));

        // Then
        assertThat(empty.watchedDays()).isEqualTo(1);
        assertThat(answer.days()).isEqualTo(30);
        assertThat(answer.watchedDays()).isEqualTo(3);
        assertThat(answer.forecast().instant()).isEqualTo(2.3);
    }

    @Test
    @Tag("W3")
    void edit_tellsWhatItGainsAndLoses() {
        // Given
        jobs.add(Posting.titled("Nurse").posted(), NOW);
        jobs.add(Posting.titled("Cook").posted(), NOW);
        jobs.add(Posting.titled("Night cook").posted(), NOW);
        Question question = new Question(
                Wish.of("cook").criteria(),
                Optional.of(Wish.of("nurse OR night").criteria()),
                1,
                0);

        // When
        PreviewAnswer answer = preview(clock, LONG).of(question);

        // Then
        assertThat(answer.change()).contains(new PreviewAnswer.Change(1, 1));
    }

    @Test
    void storeWhoseDiskFailed_answersWithWhatItHasAndSaysSo() throws IOException {
        // Given
        jobs.add(Posting.titled("Nurse").posted(), NOW);
        assertThat(jobs.size()).isEqualTo(1);
        try (Stream<Path> index = Files.walk(directory)) {
            for (Path path : index.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        jobs.add(Posting.titled("Night nurse").posted(), NOW);

        // When
        PreviewAnswer answer = preview(clock, LONG).of(ask(Wish.of("nurse"), 10));

        // Then
        assertThat(answer.complete()).isFalse();
        assertThat(answer.jobs()).hasSize(1);
    }

    private static JobPosted seen(String title, Duration ago) {
        return Posting.titled(title).firstSeenAt(NOW.minus(ago)).posted();
    }

    private Set<String> previewed(AlertSaved alert) {
        PreviewAnswer answer = preview(clock, LONG)
                .of(new Question(Criteria.of(alert.query(), alert.filters()), Optional.empty(), Integer.MAX_VALUE, 0));
        Set<String> found = new HashSet<>();
        answer.jobs().forEach(job -> found.add(job.jobId()));
        assertThat(found).hasSize(answer.count());
        return found;
    }

    private Set<UUID> told(AlertIndex index, JobPosted job) {
        Set<UUID> alertIds = new HashSet<>();
        new JobMatching(index, clock)
                .match(job, NOW)
                .forEach(match -> match.subscribers()
                        .forEach(subscriber -> subscriber.alerts().forEach(alert -> alertIds.add(alert.alertId()))));
        return alertIds;
    }

    private static Question ask(Wish wish, int limit) {
        return new Question(wish.criteria(), Optional.empty(), limit, limit);
    }

    private Preview preview(Clock time, Duration limit) {
        return new Preview(jobs, time, limit, meters);
    }

    private static AlertSaved randomAlert(List<String> words, Random random) {
        String one = words.get(random.nextInt(words.size()));
        String other = words.get(random.nextInt(words.size()));
        Wish wish = Wish.of(one + List.of(" ", " OR ", " -").get(random.nextInt(3)) + other);
        if (random.nextBoolean()) {
            wish.in("Berlin");
        }
        if (random.nextInt(3) == 0) {
            wish.from(50_000, "EUR", "year", random.nextBoolean());
        }
        if (random.nextInt(3) == 0) {
            wish.employersOnly();
        }
        if (random.nextInt(3) == 0) {
            wish.withReposts();
        }
        return wish.saved();
    }

    private static JobPosted randomJob(List<String> words, Random random) {
        Posting posting = Posting.titled(words.get(random.nextInt(words.size())))
                .body(words.get(random.nextInt(words.size())) + ", " + words.get(random.nextInt(words.size())))
                .firstSeenAt(NOW.minusSeconds(random.nextInt(1_000_000)));
        if (random.nextInt(3) > 0) {
            posting.in(random.nextBoolean() ? "Berlin, Germany" : "Remote - US");
        }
        if (random.nextBoolean()) {
            posting.pay(30_000L, 40_000L + random.nextInt(40_000), "EUR", "year");
        }
        if (random.nextInt(4) == 0) {
            posting.byAgency();
        }
        if (random.nextInt(4) == 0) {
            posting.relisted(2);
        }
        return posting.posted();
    }
}
