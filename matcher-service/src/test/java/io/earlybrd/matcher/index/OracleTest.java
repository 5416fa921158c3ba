package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.Query;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.RecordedJobs;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index finds what asking every alert finds: no more, no less. The seed is in every failure. */
@Tag("M1")
class OracleTest {

    private static final List<String> PLAIN_WORDS = List.of("ant", "bee", "cat", "dog", "eel", "fox", "gnu", "hen");

    /** Words that are names of things that have others, and parts of such names. */
    private static final List<String> NAMES = List.of(
            "k8s",
            "kubernetes",
            "ml",
            "machine",
            "learning",
            "sre",
            "site",
            "reliability",
            "engineer",
            "js",
            "javascript",
            "hr");

    @TempDir
    Path directory;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void randomQueries_findWhatPlainStringSearchFinds() {
        // Given
        RandomAlerts alerts = new RandomAlerts(random, PLAIN_WORDS);
        AlertIndex index = new AlertIndex(directory);
        Map<UUID, Query> queries = new HashMap<>();
        List<PreparedAlert> prepared = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            AlertSaved alert = Wish.of(alerts.query()).saved();
            queries.put(alert.alertId(), Query.parse(alert.query()));
            prepared.add(index.prepare(alert));
            if (i == 999 || random.nextInt(20) == 0) {
                index.save(prepared);
                prepared.clear();
            }
        }

        for (int i = 0; i < 500; i++) {
            // When
            JobPosted job = Posting.titled(plainText(4))
                    .at(plainText(2))
                    .body(plainText(8))
                    .posted();
            List<UUID> expected = queries.entrySet().stream()
                    .filter(entry -> entry.getValue().root().accept(new NaiveSearch(job)))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();

            // Then
            assertThat(idsOf(index, index.matching(JobText.of(job))))
                    .as("seed %s: %s", seed, job)
                    .isEqualTo(expected);
        }
    }

    @Test
    @Tag("S10")
    @Tag("S19")
    void alertsThatComeChangeAndGo_areFoundAsIfAsked() {
        // Given
        RandomAlerts source = new RandomAlerts(random, PLAIN_WORDS);
        AlertIndex index = new AlertIndex(directory);
        List<AlertSaved> current = new ArrayList<>();

        // So many that lists branch.
        for (int i = 0; i < 12_000; i++) {
            // When
            change(index, current, source);
            if (i % 80 != 0) {
                continue;
            }
            JobText job = listed(Posting.titled(plainText(3))
                            .at(plainText(1))
                            .body(plainText(5))
                            .in("Berlin, Germany"))
                    .text();

            // Then
            assertThat(idsOf(index, index.matching(job))).as("seed %s", seed).isEqualTo(asked(compiled(current), job));
        }
    }

    @Test
    @Tag("M14")
    void alertsThatWantOtherNames_areFoundAsIfAsked() {
        // Given
        RandomAlerts source = new RandomAlerts(random, NAMES);
        AlertIndex index = new AlertIndex(directory);
        List<AlertSaved> alerts = Stream.generate(
                        () -> Wish.of(source.query()).withAliases().saved())
                .limit(1_000)
                .toList();
        alerts.forEach(index::save);
        Map<UUID, Criteria> compiled = compiled(alerts);

        for (int i = 0; i < 300; i++) {
            // When
            JobText job = Posting.titled(text(NAMES, 3)).body(text(NAMES, 6)).text();

            // Then
            assertThat(idsOf(index, index.matching(job)))
                    .as("seed %s: %s", seed, job.job())
                    .isEqualTo(asked(compiled, job));
        }
    }

    @Test
    void alertsThatAreSavedAtTheSameTime_areFoundAsIfAsked() {
        // Given
        RandomAlerts source = new RandomAlerts(random, PLAIN_WORDS);
        AlertIndex index = new AlertIndex(directory);
        List<AlertSaved> alerts = Stream.generate(source::next).limit(5_000).toList();

        // When
        alerts.parallelStream().forEach(index::save);

        // Then
        Map<UUID, Criteria> compiled = compiled(alerts);
        for (int i = 0; i < 50; i++) {
            JobText job =
                    Posting.titled(plainText(3)).body(plainText(5)).in("Paris").text();
            List<FoundAlert> found = index.matching(job);
            assertThat(idsOf(index, found)).as("seed %s", seed).isEqualTo(asked(compiled, job));
            found.forEach(alert -> assertThat(index.matchOf(alert, job)).isPresent());
        }
    }

    @Test
    void manyAlertsForOneWordInFewPlaces_areFoundAsIfAsked() {
        // Given
        List<String> places = List.of("Berlin", "London", "Paris", "Germany", "France");
        AlertIndex index = new AlertIndex(directory);
        List<AlertSaved> alerts = IntStream.range(0, 2_000)
                .mapToObj(i -> Wish.of(i % 3 == 0 ? "ant" : "ant " + PLAIN_WORDS.get(1 + i % 7))
                        .in(places.get(random.nextInt(places.size())))
                        .saved())
                .toList();
        alerts.forEach(index::save);
        Map<UUID, Criteria> compiled = compiled(alerts);

        for (String place : List.of("Paris, France", "Munich, Germany", "Berlin", "London, England", "Oslo", "Lyon")) {
            // When
            JobText job = Posting.titled("ant").body(plainText(3)).in(place).text();

            // Then
            assertThat(idsOf(index, index.matching(job)))
                    .as("in %s, where no job was before, seed %s", place, seed)
                    .isEqualTo(asked(compiled, job));
        }
    }

    @Test
    void moreFiltersThanHaveMarks_areAskedLikeOthers() {
        // Given
        AlertIndex index = new AlertIndex(directory);
        List<AlertSaved> alerts = IntStream.range(0, 20_000)
                .mapToObj(i -> Wish.of(i % 3 == 0 ? "ant" : "ant (bee OR cat) (dog OR eel)")
                        .from(10_000 + i, "EUR", "year", i % 2 == 0)
                        .employmentTypes(i % 5 == 0 ? "contract" : "full-time")
                        .saved())
                .toList();
        alerts.forEach(index::save);
        Map<UUID, Criteria> compiled = compiled(alerts);

        for (long pay : new long[] {0, 10_000, 17_000, 21_000, 29_999, 40_000}) {
            // When
            Posting posting = Posting.titled("ant bee eel").employmentType("full-time");
            JobText job = (pay == 0 ? posting : posting.pay(100 * pay, 100 * pay, "EUR", "year")).text();

            // Then
            assertThat(idsOf(index, index.matching(job))).as("%s a year", pay).isEqualTo(asked(compiled, job));
        }
    }

    @Test
    void realJobs_findWhatAskingEveryAlertFinds() {
        // Given
        List<JobPosted> jobs = new ArrayList<>(RecordedJobs.ofBoards());
        jobs.addAll(RecordedJobs.ofCorpus("open-jobs-data", 40));
        RandomAlerts source = new RandomAlerts(random, wordsOf(jobs));
        AlertIndex index = new AlertIndex(directory);
        List<AlertSaved> alerts = Stream.generate(source::next).limit(2_000).toList();
        alerts.forEach(index::save);
        Map<UUID, Criteria> compiled = compiled(alerts);

        for (JobPosted posted : jobs) {
            // When
            JobText job = JobText.of(posted);

            // Then
            assertThat(idsOf(index, index.matching(job)))
                    .as("seed %s: %s", seed, posted.jobId())
                    .isEqualTo(asked(compiled, job));
        }
    }

    private void change(AlertIndex index, List<AlertSaved> current, RandomAlerts source) {
        int place = current.isEmpty() ? 0 : random.nextInt(current.size());
        switch (current.isEmpty() ? 0 : random.nextInt(4)) {
            case 0, 1 -> {
                AlertSaved added = source.next();
                current.add(added);
                index.save(added);
            }
            case 2 -> {
                AlertSaved old = current.get(place);
                Wish edited = Wish.of(source.query()).id(old.alertId()).version(old.version() + 1);
                current.set(place, edited.saved());
                index.save(current.get(place));
            }
            default -> index.remove(current.remove(place).alertId());
        }
    }

    /** Now and then placed by an agency, listed before, or both. */
    private Posting listed(Posting posting) {
        if (random.nextInt(3) == 0) {
            posting.byAgency();
        }
        return random.nextInt(3) == 0 ? posting.relisted(1) : posting;
    }

    private static Map<UUID, Criteria> compiled(List<AlertSaved> alerts) {
        Map<UUID, Criteria> compiled = new HashMap<>();
        alerts.forEach(alert -> compiled.put(alert.alertId(), Criteria.of(alert.query(), alert.filters())));
        return compiled;
    }

    private static List<UUID> asked(Map<UUID, Criteria> alerts, JobText job) {
        return alerts.entrySet().stream()
                .filter(alert -> alert.getValue().areMetBy(job))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<UUID> idsOf(AlertIndex index, List<FoundAlert> alerts) {
        return alerts.stream()
                .map(alert -> index.keyOf(alert).alertId())
                .sorted()
                .toList();
    }

    /** Words of the titles, of which the frequent ones are drawn more often. */
    private static List<String> wordsOf(List<JobPosted> jobs) {
        return jobs.stream()
                .flatMap(job -> Stream.of(job.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+#./-]+")))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .filter(word -> word.indexOf(':') < 0 && !word.startsWith("-"))
                .toList();
    }

    private String plainText(int words) {
        return text(PLAIN_WORDS, words);
    }

    private String text(List<String> vocabulary, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(vocabulary.get(random.nextInt(vocabulary.size())));
        }
        return text.toString();
    }
}
