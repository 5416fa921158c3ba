package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Place;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random crawls of several sources against a model that is too simple to be wrong. */
@ServiceTest
@Tag("S8")
@Tag("S12")
class ModelTest {

    private static final int STEPS = 60;
    private static final int OPENINGS = 8;
    private static final int CITIES = 4;

    @Inject
    PostingStore store;

    private final String company = "Oakline " + UUID.randomUUID();

    /** What is listed where: opening and city on a source. */
    private record Listing(int source, int opening, int city) {

        String id() {
            return opening + "-" + city;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomCrawls_tellWhatTheModelTells(long seed) {
        // Given
        Random random = new Random(seed);
        List<CrawledSource> sources =
                List.of(CrawledSource.board(store), CrawledSource.board(store), CrawledSource.feed(store));
        Set<Listing> open = new HashSet<>();
        Set<Integer> seen = new HashSet<>();

        for (int step = 0; step < STEPS; step++) {
            // When
            int source = random.nextInt(sources.size());
            List<Listing> listed = listed(source, random);
            List<Posting> postings = listed.stream()
                    .map(listing -> posting(listing, random.nextInt(8) == 0))
                    .toList();
            boolean whole = source < 2 && !listed.isEmpty();
            switch (random.nextInt(8)) {
                case 0 -> {
                    sources.get(source).stores(new Outcome.Partial(postings, "broke off", false));
                    whole = false;
                }
                case 1 -> {
                    sources.get(source).stores(new Outcome.NotModified());
                    listed = List.of();
                    whole = false;
                }
                case 2 -> {
                    sources.get(source).stores(new Outcome.Empty());
                    listed = List.of();
                    whole = false;
                }
                default ->
                    sources.get(source).stores(postings.isEmpty() ? new Outcome.Empty() : new Outcome.Ok(postings));
            }
            if (whole) {
                open.removeIf(listing -> listing.source() == source);
            }
            open.addAll(listed);
            listed.forEach(listing -> seen.add(listing.opening()));
            TestClock.CLOCK.advance(Duration.ofHours(random.nextInt(30)));

            // Then
            assertThat(told()).as("seed %d, step %d", seed, step).isEqualTo(model(open, seen));
        }
        assertThat(twice()).isEmpty();
    }

    private List<Listing> listed(int source, Random random) {
        List<Listing> listed = new ArrayList<>();
        int chance = random.nextInt(5);
        for (int opening = 0; opening < OPENINGS; opening++) {
            for (int city = 0; city < CITIES; city++) {
                if (random.nextInt(5) < chance) {
                    listed.add(new Listing(source, opening, city));
                }
            }
        }
        Collections.shuffle(listed, random);
        return listed;
    }

    /** Openings by number, each with the places in which it is open. */
    private static Map<String, Set<String>> model(Set<Listing> open, Set<Integer> seen) {
        Map<String, Set<String>> model = new TreeMap<>();
        seen.forEach(opening -> model.put("Welder " + opening, new HashSet<>()));
        open.forEach(listing -> model.get("Welder " + listing.opening()).add("City" + listing.city()));
        return model;
    }

    /** What whoever reads the topic knows: the last event of each job. What is new elsewhere may be a job of its own. */
    private Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new TreeMap<>();
        Map<String, List<String>> events = events();
        events.forEach((jobId, payloads) -> {
            JobPosted first = posted(payloads.get(0));
            String last = payloads.get(payloads.size() - 1);
            Set<String> places = last.contains("closedAt")
                    ? Set.of()
                    : posted(last).places().stream().map(Place::text).collect(Collectors.toSet());
            told.computeIfAbsent(first.title(), title -> new HashSet<>()).addAll(places);
        });
        return told;
    }

    /** Events that tell what the one before told, or whose version is not the next. */
    private List<String> twice() {
        List<String> twice = new ArrayList<>();
        events().forEach((jobId, payloads) -> IntStream.range(0, payloads.size())
                .forEach(i -> {
                    String payload = payloads.get(i);
                    boolean closes = payload.contains("closedAt");
                    long version = closes
                            ? EventJson.read(bytes(payload), JobClosed.class).version()
                            : posted(payload).version();
                    boolean repeats = i > 0
                            && closes == payloads.get(i - 1).contains("closedAt")
                            && (closes || JobContent.same(posted(payloads.get(i - 1)), posted(payload)));
                    if (version != i + 1 || repeats) {
                        twice.add(payload);
                    }
                }));
        return twice;
    }

    private Map<String, List<String>> events() {
        Map<String, List<String>> events = new TreeMap<>();
        SCRAPER.column("""
                        select key || ' ' || payload from outbox
                        where topic = 'jobs' and key in (select folded_into from posting where shown ->> 'company' = ?)
                        order by id""", company)
                .forEach(row -> events.computeIfAbsent(row.split(" ", 2)[0], jobId -> new ArrayList<>())
                        .add(row.split(" ", 2)[1]));
        return events;
    }

    private Posting posting(Listing listing, boolean touched) {
        return Texts.draft(
                        listing.id(),
                        company,
                        "Welder " + listing.opening(),
                        "City" + listing.city(),
                        Texts.of(company.hashCode() + listing.opening(), 120))
                .url("https://careers" + listing.source() + ".example/" + listing.id() + (touched ? "?new" : ""))
                .posting();
    }

    private static JobPosted posted(String payload) {
        return EventJson.read(bytes(payload), JobPosted.class);
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
