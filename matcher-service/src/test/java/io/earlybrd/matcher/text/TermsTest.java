package io.earlybrd.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M3")
class TermsTest {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789+#.&éß開𝒳";

    @Test
    void differentTerms_haveDifferentNumbers() {
        // Given
        Random random = new Random(1);
        Set<String> terms = new HashSet<>();
        for (int i = 0; i < 300_000; i++) {
            terms.add(term(random, random.nextInt(20)));
        }

        // Then
        assertThat(terms.stream().map(Terms::hash).distinct().count()).isEqualTo(terms.size());
    }

    @Test
    void termsThatDifferOnlyInLength_haveDifferentNumbers() {
        assertThat(List.of(
                        "", "\0", "\0\0", "a", "aa", "a\0", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaa\0", "aaaaaaaaaaaaaaaa"))
                .extracting(Terms::hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneBitOfATerm_changesHalfTheBitsOfItsNumber() {
        // Given
        Random random = new Random(2);
        int rounds = 10_000;
        long changed = 0;

        for (int i = 0; i < rounds; i++) {
            // When
            char[] term = term(random, 1 + random.nextInt(20)).toCharArray();
            long before = Terms.hash(new String(term));
            term[random.nextInt(term.length)] ^= 1;
            changed += Long.bitCount(before ^ Terms.hash(new String(term)));
        }

        // Then
        assertThat((double) changed / rounds).isCloseTo(Long.SIZE / 2.0, within(0.5));
    }

    @Test
    void row_isTheNumbersOfItsTerms() {
        assertThat(Terms.row(List.of("sql", "server"))).containsExactly(Terms.hash("sql"), Terms.hash("server"));
    }

    private static String term(Random random, int length) {
        StringBuilder term = new StringBuilder();
        for (int i = 0; i < length; i++) {
            term.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return term.toString();
    }
}
