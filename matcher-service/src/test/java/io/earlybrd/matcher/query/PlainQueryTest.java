package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M2")
class PlainQueryTest {

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
        PlainQuery query = new PlainQuery(text);

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
        PlainQuery query = new PlainQuery(text);

        // When
        assertThat(query.next()).isTrue();

        // Then
        assertThat(query.term())
                .usingRecursiveComparison()
                .isEqualTo(Query.parse(text).root());
    }

    @Test
    void longQuery_isNotPlain() {
        assertThat(new PlainQuery("a ".repeat(100)).isPlain()).isTrue();
        assertThat(new PlainQuery("a ".repeat(101)).isPlain()).isFalse();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        PlainQuery query = new PlainQuery(text);
        while (query.next()) {
            pieces.add((query.isExcluded() ? "-" : "")
                    + query.term().span().of(text)
                    + (query.hasAlternative() ? " |" : ""));
        }
        assertThat(query.isPlain()).isTrue();
        return pieces;
    }
}
