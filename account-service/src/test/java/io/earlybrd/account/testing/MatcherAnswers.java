package io.earlybrd.account.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Answers of the matcher's preview, as it writes them. */
public final class MatcherAnswers {

    private MatcherAnswers() {}

    /** So many jobs in 30 days, of which the newest are shown. */
    public static void finds(int count) {
        finds(count, 0);
    }

    /** The same, of which so many were there when their source was first read. */
    public static void finds(int count, int backfilled) {
        Neighbours.answer("/api/preview", 200, found(count, backfilled));
    }

    /** So many jobs, some near misses, and what saving would change. */
    public static void findsAndMisses(int count) {
        Map<String, Object> answer = found(count, 0);
        answer.put("forecast", Map.of("instant", 12.4, "daily", 5.2, "weekly", 0.4));
        answer.put(
                "clauses",
                List.of(
                        Map.of("kind", "salaryFloor", "clause", "from 75000 EUR a year", "without", 14),
                        Map.of("kind", "not", "clause", "-manager", "without", 4, "query", "rust <engineer>")));
        Map<String, Object> miss = new HashMap<>(found(7));
        miss.putAll(Map.of("kind", "not", "clause", "-manager"));
        answer.put("nearMisses", List.of(miss));
        answer.put("change", Map.of("gained", 5, "lost", 1));
        Neighbours.answer("/api/preview", 200, answer);
    }

    /** So many jobs in a system that is so many days old, of which one a day was mailed. */
    public static void findsInDays(int count, int days, boolean complete) {
        Map<String, Object> answer = found(count, 0);
        answer.put("watchedDays", days);
        answer.put("complete", complete);
        double aWeek = count * 7.0 / days;
        answer.put("forecast", Map.of("instant", aWeek, "daily", aWeek, "weekly", aWeek));
        Neighbours.answer("/api/preview", 200, answer);
    }

    /** So many jobs, of which some do not say what filters ask for. */
    public static void findsWhatIsUnsaid(int count) {
        Map<String, Object> answer = found(count, 0);
        answer.put(
                "unstated",
                List.of(
                        unstated("salaryFloor", 1_234, 0, 1_100),
                        unstated("places", 23, 2, 0),
                        unstated("employersOnly", 23, 23, 0)));
        Neighbours.answer("/api/preview", 200, answer);
    }

    /** Some jobs; it reads the places like this. */
    public static void readsPlaces(ReadPlace... places) {
        Map<String, Object> answer = found(2, 0);
        answer.put("places", List.of(places));
        Neighbours.answer("/api/preview", 200, answer);
    }

    /** How it reads a place; see {@code PreviewAnswer.Place}. */
    public record ReadPlace(String text, boolean known, List<String> choices) {

        /** One place that it knows. */
        public static ReadPlace known(String text) {
            return new ReadPlace(text, true, List.of());
        }
    }

    private static Map<String, Object> unstated(String kind, int of, int passing, int missed) {
        return Map.of("kind", kind, "clause", "a clause", "of", of, "passing", passing, "missed", missed);
    }

    /** The query cannot be read. */
    public static void refuses(String detail, int column) {
        Neighbours.answer(
                "/api/preview",
                400,
                Map.of(
                        "type",
                        "about:blank",
                        "title",
                        "Bad Request",
                        "status",
                        400,
                        "detail",
                        detail,
                        "parameter",
                        "query",
                        "column",
                        column));
    }

    /** It does not answer. */
    public static void isDown() {
        Neighbours.breakDown("/api/preview");
    }

    private static Map<String, Object> found(int count, int backfilled) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("query", "rust");
        answer.put("days", 30);
        answer.put("count", count);
        answer.put("backfilled", backfilled);
        answer.put("complete", true);
        answer.put(
                "jobs",
                IntStream.range(0, Math.min(3, count))
                        .mapToObj(MatcherAnswers::found)
                        .toList());
        return answer;
    }

    private static Map<String, Object> found(int number) {
        return Map.of(
                "jobId",
                "job" + number,
                "version",
                1,
                "job",
                Map.of(
                        "title",
                        "Rust <engineer> " + number,
                        "company",
                        "Fjordbank",
                        "places",
                        List.of(Map.of("text", "Berlin, Germany")),
                        "workplace",
                        "hybrid",
                        "salary",
                        Map.of("minMinor", 8_200_000, "maxMinor", 9_600_000, "currency", "EUR", "period", "year"),
                        "url",
                        number == 2 ? "javascript:alert(1)" : "https://jobs.example/" + number,
                        "sourceId",
                        "greenhouse/fjordbank"),
                "firstSeenAt",
                TestClock.CLOCK.instant().toString(),
                "backfill",
                false,
                "closed",
                false,
                "reasons",
                List.of(Map.of("clause", "rust", "field", "title", "offset", 0)));
    }
}
