package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed is read or refused with the typed failure, in time that grows with its length. */
@Tag("M2")
class QueryFuzzTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int UNDEFINED_STEP = 61;

    /** Of those that stand for nothing, which are all alike, only some. */
    @Test
    void everyCodePoint_isReadOrRefusedWhereverItStands() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (!Character.isDefined(point) && point % UNDEFINED_STEP != 0) {
                continue;
            }
            String character = Character.toString(point);
            read(character + "a" + character + "b \"" + character + "c\" d" + character);
        }
    }

    @Test
    void textOfLoneSurrogatesAndControls_isReadOrRefused() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append((char) (random.nextBoolean() ? 0xD800 + random.nextInt(0x800) : random.nextInt(0x80)));
            }
            read(text.toString());
        }
    }

    @Test
    void nastyStrings_areReadOrRefused() throws IOException {
        // Given
        List<String> texts = new ArrayList<>();
        EventJson.mapper()
                .readTree(SharedData.path("trust/text/blns.half.json").toFile())
                .forEach(text -> texts.add(text.asText()));
        for (String line : Files.readAllLines(SharedData.path("trust/text/hostile_postings.jsonl"))) {
            JsonNode posting = EventJson.mapper().readTree(line).path("posting");
            posting.forEach(value -> texts.add(value.asText()));
        }

        // Then
        assertThat(texts).hasSizeGreaterThan(200);
        for (String text : texts) {
            read(text);
            read("java " + text);
            read('"' + text + '"');
            read("(" + text + ") OR title:" + text + " -" + text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "a ", "(", ")", "\"", "'", "' ", "'a ", "-", "-(", "NOT ", "title:", "title:(", "a OR ", "(a OR ",
                "|", "&", "!", "*", ".", "𝒳", "\u0301", "\u200b", "\u3000", "\ud800", ","
            })
    void megabyte_isRefusedByItsLength(String piece) {
        // Given
        String text = piece.repeat(MEGABYTE / piece.length());

        // When
        InvalidQuery refused = refusal(text);

        // Then
        assertThat(refused)
                .hasMessageContaining(text.length() + " characters long")
                .hasMessageContaining("2000 are allowed");
    }

    @Test
    void tenThousandAlternatives_areRefused() {
        assertThat(refusal("java" + " OR java".repeat(9_999))).hasMessageContaining("2000 are allowed");
        assertThat(refusal("a" + "|a".repeat(Query.MAX_TERMS))).hasMessageContaining("more than 200 words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-(", "title:(", "!(", "[", "a (", "a OR (", "a -(b OR "})
    void deepNesting_isRefusedByItsDepth(String piece) {
        // Given
        String text = piece.repeat(Query.MAX_LENGTH / piece.length());

        // When
        InvalidQuery refused = refusal(text);

        // Then
        assertThat(refused.getMessage()).containsAnyOf("within each other", "within another prefix");
    }

    /**
     * Sixteen times the length takes about sixteen times as long; if the work grew with its square, 256 times. The best of many
     * rounds is compared, so that what else the machine does hardly counts.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ab ",
                "a.",
                "'a ",
                "' ",
                "a' ",
                "\"a\" ",
                "\"a\"",
                "- ",
                "a, ",
                "a -b ",
                "a|",
                "or ",
                "not for ",
                "a or ",
                "a* ",
                ".",
                "&",
                "/",
                "é",
                "𝒳 ",
                "\u0301",
                "\u200b",
                "     ",
                "title ",
                "a:"
            })
    void time_growsWithTheLengthOnly(String piece) {
        // Given
        String longest = piece.repeat(Query.MAX_LENGTH / piece.length());
        String sixteenth = piece.repeat(Math.max(1, Query.MAX_LENGTH / piece.length() / 16));

        // When
        double ratio = (double) bestOf(200, longest) / Math.max(1_000, bestOf(200, sixteenth));

        // Then
        assertThat(ratio).isLessThan(100);
    }

    private static long bestOf(int rounds, String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            read(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    /** Reads a text and, if it is a query, what it is printed as; also with other names. */
    private static void read(String text) {
        try {
            Query query = Query.parse(text);
            String printed = query.toString();
            if (!Query.parse(printed).toString().equals(printed)) {
                throw new AssertionError(text + " is printed as " + printed + ", which is read as another query");
            }
            if (!query.withAliases().toString().equals(printed)) {
                throw new AssertionError(text + " is printed differently with other names: " + query.withAliases());
            }
        } catch (InvalidQuery refused) {
            if (refused.column() < 1 || refused.column() > text.length() + 1) {
                throw new AssertionError(text + " is refused at column " + refused.column());
            }
        }
    }

    private static InvalidQuery refusal(String text) {
        try {
            Query query = Query.parse(text);
            throw new AssertionError("read as " + query);
        } catch (InvalidQuery refused) {
            return refused;
        }
    }
}
