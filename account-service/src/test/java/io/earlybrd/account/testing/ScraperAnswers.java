package io.earlybrd.account.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Answers of the scraper, as it writes them. */
public final class ScraperAnswers {

    private ScraperAnswers() {}

    /** So many sources, of which the first is blocked and the second switched off. */
    public static void hasSources(int count) {
        List<Map<String, Object>> sources =
                IntStream.range(0, count).mapToObj(ScraperAnswers::source).toList();
        Neighbours.answer("/api/sources", 200, sources);
        Neighbours.answer(
                "/api/sources/summary",
                200,
                List.of(
                        Map.of(
                                "provider", "greenhouse",
                                "on", count - 1,
                                "off", 1,
                                "unread", 0,
                                "trouble", 1,
                                "openJobs", 1234,
                                "lastSuccessAt", TestClock.CLOCK.instant().toString()),
                        Map.of("provider", "lever", "on", 0, "off", 2, "unread", 0, "trouble", 0, "openJobs", 0)));
        Neighbours.answer("/api/catalogue", 200, Map.of("greenhouse", 265, "bamboohr", 1));
    }

    /** The id of the source with this number. */
    public static UUID sourceId(int number) {
        return new UUID(1, number);
    }

    /** The acts on a source are answered so. */
    public static void actsAnswer(int status, Object body) {
        IntStream.range(0, 3)
                .forEach(number -> Neighbours.answer("/api/sources/" + sourceId(number) + "/", status, body));
    }

    /** A source, as an act on it answers. */
    public static Map<String, Object> source(int number) {
        Map<String, Object> source = new HashMap<>(Map.of(
                "id",
                sourceId(number).toString(),
                "sourceId",
                "greenhouse/fjordbank-" + number,
                "provider",
                "greenhouse",
                "board",
                "fjordbank-" + number,
                "company",
                "Fjordbank <b> " + number,
                "health",
                number == 0 ? "blocked" : "healthy",
                "openJobs",
                1_000 + number,
                "failures",
                number == 0 ? 4 : 0,
                "enabled",
                number != 1,
                "lastSuccessAt",
                TestClock.CLOCK.instant().toString()));
        if (number == 1) {
            source.put("disabledAt", TestClock.CLOCK.instant().toString());
        }
        return source;
    }

    /** One suggestion of each kind. */
    public static void hasSuggestions() {
        Neighbours.answer(
                "/api/suggestions",
                200,
                List.of(
                        suggestion(1, "waiting", "https://boards.greenhouse.io/fjordbank", "greenhouse", null),
                        suggestion(
                                2, "waiting", "https://harbour.example/join", null, "The page could not be read now."),
                        suggestion(3, "accepted", "https://papertrail.example/careers", "lever", null),
                        suggestion(
                                4,
                                "rejected",
                                "https://elsted.example/%3Cb%3E/jobs",
                                null,
                                "We found no job board on this page.")));
    }

    /** The id of the suggestion with this number. */
    public static UUID suggestionId(int number) {
        return new UUID(2, number);
    }

    /** A suggestion. */
    public static Map<String, Object> suggestion(int number, String state, String url, String provider, String reason) {
        Instant now = TestClock.CLOCK.instant();
        Map<String, Object> suggestion = new HashMap<>(Map.of(
                "id", suggestionId(number).toString(),
                "subscriberId", new UUID(3, number).toString(),
                "url", url,
                "state", state,
                "createdAt", now.toString()));
        if (provider != null) {
            suggestion.put("provider", provider);
            suggestion.put("board", "fjordbank");
            suggestion.put("company", "Fjord <b> Bank");
        }
        if (reason != null) {
            suggestion.put("reason", reason);
        }
        if (!state.equals("waiting")) {
            suggestion.put("decidedAt", now.toString());
        }
        return suggestion;
    }

    /** Problem details. */
    public static Map<String, Object> problem(int status, String detail) {
        return Map.of("type", "about:blank", "title", "Problem", "status", status, "detail", detail);
    }
}
