package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S8")
class ChunksTest {

    @Test
    void copiesOfOneJob_stayTogetherAndNothingIsLost() {
        // Given
        Map<String, Found> found = new LinkedHashMap<>();
        for (int i = 0; i < 900; i++) {
            found.put("" + i, found(i, i % 30 == 0 ? "Welder" : "Fitter " + i));
        }

        // When
        List<Map<String, Found>> chunks = Chunks.of(found);

        // Then
        assertThat(chunks).allMatch(chunk -> chunk.size() <= 100);
        assertThat(chunks.stream().flatMap(chunk -> chunk.keySet().stream()))
                .hasSize(900)
                .doesNotHaveDuplicates();
        assertThat(chunks).filteredOn(chunk -> titles(chunk).contains("Welder")).hasSize(1);
    }

    @Test
    void thousandCopies_areNotStoredAtOnce() {
        // Given
        Map<String, Found> found = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            found.put("" + i, found(i, "Welder"));
        }

        // Then
        assertThat(Chunks.of(found)).extracting(Map::size).containsExactly(300, 300, 300, 100);
        assertThat(Chunks.of(Map.of())).isEmpty();
    }

    private static Set<String> titles(Map<String, Found> chunk) {
        return Set.copyOf(chunk.values().stream()
                .map(found -> found.posting().title())
                .distinct()
                .toList());
    }

    private static Found found(int i, String title) {
        return new Found(Texts.draft("" + i, "Oakline", title, "Oslo", "").posting(), false, i);
    }
}
