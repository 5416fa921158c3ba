package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S8")
class SimhashTest {

    @Test
    void fingerprint_staysAsItIsStored() {
        assertThat(Simhash.of(List.of("you", "weld", "steel", "plates"))).isEqualTo(1734594079573934080L);
    }

    @Test
    void distance_growsWithTheNumberOfWordsThatDiffer() {
        // Given
        List<String> words = Words.of(Texts.of(5, 400));

        // Then
        assertThat(distanceAfter(words, 1)).isLessThanOrEqualTo(4);
        assertThat(distanceAfter(words, 40)).isBetween(5, 24);
        assertThat(Simhash.distance(Simhash.of(words), Simhash.of(Words.of(Texts.of(6, 400)))))
                .isGreaterThan(18);
    }

    @Test
    void orderOfWords_counts() {
        List<String> words = Words.of(Texts.of(5, 400));
        List<String> sorted = words.stream().sorted().toList();

        assertThat(Simhash.distance(Simhash.of(words), Simhash.of(sorted))).isGreaterThan(12);
    }

    private static int distanceAfter(List<String> words, int changed) {
        List<String> other = new ArrayList<>(words);
        for (int i = 0; i < changed; i++) {
            other.set(i * words.size() / changed, "changed" + i);
        }
        return Simhash.distance(Simhash.of(words), Simhash.of(other));
    }
}
