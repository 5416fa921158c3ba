package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Texts put together at random; the seed is in every failure. */
@Tag("M2")
class RandomQueryTest {

    private static final List<String> PIECES = List.of(
            "java",
            "C++",
            ".NET",
            "front-end",
            "\"data engineer\"",
            "“x y”",
            " ",
            "  ",
            "OR",
            "AND",
            "NOT",
            "|",
            "-",
            "(",
            ")",
            "title:",
            "company:",
            "foo:",
            "\"",
            "*",
            "&",
            "𝒳",
            "é",
            "\u0000",
            "\u200b",
            "開発",
            "\ud800",
            "R&D",
            "'",
            "‘",
            ",",
            "[",
            "]",
            "!",
            "or",
            "and",
            "not",
            "for",
            "+",
            ".",
            ":",
            "*in",
            ":in",
            "—",
            "\u200e",
            "&&",
            "kubernetes",
            "machine learning",
            "machine",
            "learning",
            "1,5");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void anyText_isReadOrRefusedWithAColumnInIt() {
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random.nextInt(40));
            try {
                Query query = Query.parse(text);
                assertReadable(query, text);
            } catch (InvalidQuery mistake) {
                assertThat(mistake.column())
                        .as("seed %s: %s", seed, text)
                        .isBetween(1, text.codePointCount(0, text.length()) + 1);
                assertThat(mistake).hasMessageContaining("column " + mistake.column());
            }
        }
    }

    @Test
    void longestNonsense_takesLinearTime() {
        for (String piece : PIECES) {
            String text = piece.repeat(Query.MAX_LENGTH / piece.length());
            try {
                assertReadable(Query.parse(text), text);
            } catch (InvalidQuery mistake) {
                assertThat(mistake).hasMessageContaining("column");
            }
        }
    }

    private void assertReadable(Query query, String text) {
        Query again = Query.parse(query.toString());
        assertThat(again.root())
                .as("seed %s: %s printed as %s", seed, text, query)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Span.class)
                .isEqualTo(query.root());
        assertThat(again).hasToString(query.toString());
        assertThat(query.withAliases()).as("seed %s: %s", seed, text).hasToString(query.toString());
    }

    private String randomText(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(3) == 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
