package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M2")
class PlainQueryTest {

    private static final long SEED = 1;

    @Test
    void plainQuery_isItsPiecesInOrder() {
        assertThat(pieces("title:\"data engineer\" (ci/cd OR c++ OR \"r & d\") node.js -on-call -(a OR b)  -.net gd&t"))
                .containsExactly(
                        "title:\"data engineer\"",
                        "ci/cd |",
                        "c++ |",
                        "\"r & d\"",
                        "node.js",
                        "-on-call",
                        "-a |",
                        "-b",
                        "-.net",
                        "gd&t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a OR b",
                "a or b",
                "a and b",
                "Not b",
                "a OR- b",
                "NOT. a",
                "(a or b)",
                "(a b)",
                "(a OR -b)",
                "((a))",
                "(a",
                "a)",
                "- a",
                "--a",
                "title: a",
                "title :a",
                "title:(a OR b)",
                "title:title:a",
                "Title:a",
                "http://a",
                "\"a",
                "\"a\"b",
                "\"a“ b\"",
                "\" a\"",
                "café",
                "it's",
                "a,b",
                "a|b",
                "a&",
                "a&&b",
                "a*",
                "done.",
                "..NET",
                "a\tb"
            })
    void whatMayMeanSomethingElse_isNotPlain(String text) {
        // Given
        PlainQuery query = new PlainQuery(text, SEED);

        // When
        while (query.next()) {
            assertThat(query.isPlain()).isTrue();
        }

        // Then
        assertThat(query.isPlain()).isFalse();
        assertThat(query.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rust", ".NET", "gd&t", "title:Go", "company:\"Acme & Co.\"", "\"data engineer\"", "front-end"})
    void piece_isTheTermThatIsParsed(String text) {
        // Given
        PlainQuery query = new PlainQuery(text, SEED);

        // When
        assertThat(query.next()).isTrue();

        // Then
        assertThat(query.term())
                .usingRecursiveComparison()
                .isEqualTo(Query.parse(text).root());
    }

    @Test
    void piecesThatSayDifferentThings_haveDifferentHashes() {
        // Given
        List<String> pieces = new ArrayList<>();
        for (String prefix : List.of("", "title:", "company:")) {
            for (String word : "abcdefghijklmnopqrstuvwxyz0123456789".split("")) {
                Stream.of("%s", ".%s", "a%s", "\"%s\"", "\".%s\"", "\"%s \"", "\"%s  \"")
                        .map(piece -> prefix + piece.formatted(word))
                        .forEach(pieces::add);
            }
        }

        for (long seed = 0; seed < 100; seed++) {
            // When
            long eachSeed = seed;
            Stream<Long> hashes = pieces.stream().map(piece -> hash(piece, eachSeed));

            // Then
            assertThat(hashes).doesNotHaveDuplicates();
        }
    }

    @Test
    void pieceOfAnotherQuery_hasTheSameHash() {
        assertThat(hash("title:node.js rust", SEED)).isEqualTo(hash("-(title:node.js OR b)", SEED));
        assertThat(hash("\"a b\"", SEED)).isEqualTo(hash("  -\"a b\"", SEED)).isNotEqualTo(hash("\"a b\"", SEED + 1));
    }

    @Test
    void longQuery_isNotPlain() {
        assertThat(new PlainQuery("a ".repeat(100), SEED).isPlain()).isTrue();
        assertThat(new PlainQuery("a ".repeat(101), SEED).isPlain()).isFalse();
    }

    /** Of the first piece. */
    private static long hash(String text, long seed) {
        PlainQuery query = new PlainQuery(text, seed);
        assertThat(query.next()).as(text).isTrue();
        return query.hash();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        PlainQuery query = new PlainQuery(text, SEED);
        while (query.next()) {
            pieces.add((query.isExcluded() ? "-" : "")
                    + query.term().span().of(text)
                    + (query.hasAlternative() ? " |" : ""));
        }
        assertThat(query.isPlain()).isTrue();
        return pieces;
    }
}
