package io.earlybrd.account.testing;

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
        List<Map<String, Object>> jobs = IntStream.range(0, Math.min(3, count))
                .mapToObj(MatcherAnswers::found)
                .toList();
        Neighbours.answer(
                "/api/preview",
                200,
                Map.of(
                        "query",
                        "rust",
                        "days",
                        30,
                        "count",
                        count,
                        "backfilled",
                        backfilled,
                        "complete",
                        true,
                        "jobs",
                        jobs));
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
