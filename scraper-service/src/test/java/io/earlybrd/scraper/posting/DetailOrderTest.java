package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Stub;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S1")
class DetailOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String SHOWN = "shown";

    @Test
    void detailsThatNobodyHasRead_comeFirstAndThoseThatAreGoodDoNotCome() {
        // Given
        Map<String, DetailRow> rows = Map.of(
                "good", row("good", SHOWN, NOW.minus(Duration.ofDays(1)), null, true),
                "changed", row("changed", "other", NOW.minus(Duration.ofDays(1)), null, true),
                "poor", row("poor", null, null, null, true),
                "closed", row("closed", SHOWN, NOW.minus(Duration.ofDays(1)), null, false),
                "older", row("older", SHOWN, NOW.minus(Duration.ofDays(20)), null, true),
                "old", row("old", SHOWN, NOW.minus(Duration.ofDays(10)), null, true));

        // When
        List<String> wanted = wanted(rows, "old", "good", "older", "changed", "closed", "poor", "new");

        // Then
        assertThat(wanted).containsExactly("new", "poor", "closed", "changed", "older", "old");
    }

    @Test
    void detailsThatWereAskedForInVain_waitTheirTime() {
        Map<String, DetailRow> rows = Map.of(
                "waits", row("waits", null, null, NOW.plusSeconds(1), true),
                "waited", row("waited", null, null, NOW, true));

        assertThat(wanted(rows, "waits", "waited")).containsExactly("waited");
    }

    @Test
    void boardThatWasReadAtOnce_isReadAgainOverTwoDays() {
        // Given
        String[] ids = IntStream.range(0, 200).mapToObj(i -> "job" + i * 7919).toArray(String[]::new);

        // Then
        assertThat(dueAfter(Duration.ofDays(6).minusSeconds(1), ids)).isZero();
        assertThat(dueAfter(Duration.ofDays(7), ids)).isBetween(50, 150);
        assertThat(dueAfter(Duration.ofDays(8), ids)).isEqualTo(200);
    }

    private static int dueAfter(Duration age, String... ids) {
        Map<String, DetailRow> rows = new HashMap<>();
        for (String id : ids) {
            rows.put(id, row(id, SHOWN, NOW.minus(age), null, true));
        }
        return wanted(rows, ids).size();
    }

    private static List<String> wanted(Map<String, DetailRow> rows, String... ids) {
        return DetailOrder.of(List.of(ids).stream().map(DetailOrderTest::stub).toList(), rows, NOW).stream()
                .map(Stub::externalId)
                .toList();
    }

    private static DetailRow row(
            String id, @Nullable String shown, @Nullable Instant readAt, @Nullable Instant putOffUntil, boolean open) {
        return new DetailRow(id, shown == null ? null : Identity.revision(shown), readAt, putOffUntil, true, open);
    }

    private static Stub stub(String id) {
        return new Stub(
                id,
                SHOWN,
                new BoardRequest(URI.create("https://board.example/" + id), "application/json", 1_000),
                null);
    }
}
