package io.earlybrd.matcher.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Requirement;
import io.earlybrd.matcher.recent.RecentJobs;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.RecordedJobs;
import io.earlybrd.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What preview counts is what asking the engine about each job finds: no more, no less. The seed is in every failure. */
@Tag("M7")
@Tag("S20")
@Tag("W2")
@Tag("W3")
class PreviewOracleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int ALL = Integer.MAX_VALUE;

    /** Among them words that count only next to others, and such with several spellings. */
    private static final List<String> WORDS = List.of(
            "nurse",
            "rust",
            "C++",
            "C",
            "level",
            "go",
            "to",
            "market",
            "R&D",
            "R",
            "front-end",
            "frontend",
            "end",
            "Node.js",
            "node",
            "senior",
            "remote",
            "they'd",
            "Series",
            "東京",
            "data center",
            ".NET",
            "manager");

    private static final List<String> PLACES =
            List.of("Berlin", "Germany", "DACH", "Portland, Oregon", "United States", "London");
    private static final List<String> STATED_PLACES = List.of(
            "Berlin, Germany", "Remote - US", "2 Locations", "Remote", "Portland, OR", "London", "Munich", "Georgia");
    private static final List<String> COMPANIES = List.of("Fjordbank", "Acme GmbH", "acme", "Oakline Robotics", "");

    @TempDir
    Path directory;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, JobText> held = new HashMap<>();
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
    void randomJobsThatComeChangeAndClose_areCountedAsIfAskedOneByOne() {
        // Given
        for (int i = 0; i < 400; i++) {
            add(randomJob(Integer.toString(random.nextInt(300)), i));
            if (random.nextInt(50) == 0) {
                jobs.close(new JobClosed(Integer.toString(random.nextInt(300)), i, "greenhouse/fjordbank", NOW));
                // So that there are several segments, some with jobs that were replaced.
                assertThat(jobs.size()).isEqualTo(held.size());
            }
        }
        RandomWishes wishes = new RandomWishes(random, WORDS, PLACES, COMPANIES.subList(0, 4));

        for (int i = 0; i < 300; i++) {
            // When
            Question question = new Question(wishes.next(), Optional.of(wishes.next()), ALL, ALL);

            // Then
            requireAsAsked(question);
        }
    }

    @Test
    void realJobs_areCountedAsIfAskedOneByOne() {
        // Given
        List<JobPosted> recorded = new ArrayList<>(RecordedJobs.ofBoards());
        recorded.addAll(RecordedJobs.ofCorpus("open-jobs-data", 20));
        recorded.forEach(this::add);
        List<String> titles = recorded.stream()
                .flatMap(job -> Stream.of(job.title().split("[\\s\",|()]+")))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .toList();
        List<String> companies = recorded.stream()
                .map(JobPosted::company)
                .filter(name -> !name.isBlank())
                .toList();
        RandomWishes wishes = new RandomWishes(random, titles, PLACES, companies);

        for (int i = 0; i < 150; i++) {
            // When
            Question question = new Question(wishes.next(), Optional.of(wishes.next()), ALL, ALL);

            // Then
            requireAsAsked(question);
        }
    }

    private void requireAsAsked(Question question) {
        Criteria criteria = question.criteria();
        Set<String> matching = matching(criteria);
        Map<String, String> misses = nearMisses(criteria);
        Set<String> before = matching(question.saved().orElseThrow());

        PreviewAnswer answer =
                new Preview(jobs, MutableClock.at(NOW), Duration.ofMinutes(10), new SimpleMeterRegistry()).of(question);

        String description = "seed %s: %s"
                .formatted(
                        seed,
                        criteria.requirements().stream()
                                .map(asked -> asked.kind() + "=" + asked.text())
                                .toList());
        assertThat(answer.complete()).as(description).isTrue();
        assertThat(answer.jobs())
                .as(description)
                .extracting(PreviewAnswer.Found::jobId)
                .containsExactlyInAnyOrderElementsOf(matching)
                .hasSize(answer.count());
        assertThat(answer.jobs())
                .as(description)
                .isSortedAccordingTo(Comparator.comparing(PreviewAnswer.Found::firstSeenAt)
                        .reversed()
                        .thenComparing(PreviewAnswer.Found::jobId));
        assertThat(answer.nearMisses().stream()
                        .collect(Collectors.toMap(PreviewAnswer.NearMiss::jobId, PreviewAnswer.NearMiss::clause)))
                .as(description)
                .isEqualTo(misses);
        assertThat(answer.unstated()).as(description).containsExactlyInAnyOrderElementsOf(unstated(criteria));
        assertThat(costs(answer)).as(description).isEqualTo(counted(misses.values()));
        assertThat(answer.change())
                .as(description)
                .contains(new PreviewAnswer.Change(missing(before, matching), missing(matching, before)));
    }

    private List<PreviewAnswer.Unstated> unstated(Criteria criteria) {
        List<PreviewAnswer.Unstated> unstated = new ArrayList<>();
        List<Requirement> requirements = criteria.requirements();
        for (Requirement asked : requirements) {
            List<JobText> fitOtherwise = held.values().stream()
                    .filter(job -> requirements.stream()
                            .allMatch(other -> other == asked && asked.isDispensable() || other.isMetBy(job)))
                    .toList();
            List<JobText> silent =
                    fitOtherwise.stream().filter(asked::isUnknownOf).toList();
            int passing = (int) silent.stream().filter(asked::isMetBy).count();
            if (!silent.isEmpty()) {
                unstated.add(new PreviewAnswer.Unstated(
                        asked.kind(), asked.text(), fitOtherwise.size(), passing, silent.size() - passing));
            }
        }
        return unstated;
    }

    private Set<String> matching(Criteria criteria) {
        return held.entrySet().stream()
                .filter(job -> criteria.areMetBy(job.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, String> nearMisses(Criteria criteria) {
        Map<String, String> misses = new LinkedHashMap<>();
        held.forEach((jobId, job) -> {
            List<Requirement> failed = criteria.requirements().stream()
                    .filter(requirement -> !requirement.isMetBy(job))
                    .toList();
            assertThat(failed.isEmpty()).as("seed %s", seed).isEqualTo(criteria.areMetBy(job));
            if (failed.size() == 1 && failed.get(0).isDispensable()) {
                misses.put(jobId, failed.get(0).text());
            }
        });
        return misses;
    }

    private static Map<String, Integer> costs(PreviewAnswer answer) {
        return answer.clauses().stream()
                .collect(Collectors.toMap(PreviewAnswer.Cost::clause, PreviewAnswer.Cost::without, Integer::sum));
    }

    private static Map<String, Integer> counted(Collection<String> clauses) {
        return clauses.stream().collect(Collectors.toMap(clause -> clause, clause -> 1, Integer::sum));
    }

    private static int missing(Set<String> some, Set<String> others) {
        return (int) others.stream().filter(jobId -> !some.contains(jobId)).count();
    }

    private void add(JobPosted job) {
        jobs.add(job, NOW);
        held.put(job.jobId(), JobText.of(job));
    }

    private JobPosted randomJob(String jobId, int version) {
        Posting posting = Posting.titled(text(3))
                .id(jobId)
                .version(version)
                .body(random.nextInt(5) == 0 ? "" : text(12))
                .at(one(COMPANIES))
                .firstSeenAt(NOW.minusSeconds(random.nextInt(100) * 3_600L));
        for (int i = random.nextInt(3); i > 0; i--) {
            posting.in(one(STATED_PLACES));
        }
        if (random.nextInt(60) == 0) {
            // More than a column of the index holds.
            Stream.generate(() -> one(STATED_PLACES)).limit(400).forEach(posting::in);
        }
        if (random.nextInt(3) == 0) {
            posting.workplace(one(List.of("remote", "hybrid", "onsite")));
        }
        if (random.nextBoolean()) {
            posting.pay(random.nextBoolean() ? 30_000L : null, 40_000L + random.nextInt(40_000), "EUR", "year");
        }
        if (random.nextBoolean()) {
            posting.employmentType(one(List.of("full-time", "contract", "volunteer")));
        }
        if (random.nextBoolean()) {
            posting.seniority(one(List.of("senior", "junior")));
        }
        if (random.nextInt(4) == 0) {
            posting.byAgency();
        }
        if (random.nextInt(4) == 0) {
            posting.relisted(1 + random.nextInt(3));
        }
        return posting.posted();
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : one(List.of(" ", " ", " ", "-", ", ", " & ")))
                    .append(one(WORDS));
        }
        return text.toString();
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
