package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M2")
class InvalidQueryTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    "platform engineer" (kubernetes OR k8s => 21 => The bracket at column 21 is never closed. Add “)” after k8s.
                    "platform engineer" (kubernetes OR k8s -manager => 21 => The bracket at column 21 is never closed. Add “)” after k8s.
                    (a b => 1 => The bracket at column 1 is never closed. Add “)” after b.
                    a (b (c d) => 3 => The bracket at column 3 is never closed. Add “)” after (c d).
                    a ( => 3 => The bracket at column 3 is never closed. Remove it, or add words and “)” after it.
                    a ( ) => 3 => The brackets at column 3 are empty. Put words between them, or remove them.
                    a b) => 4 => The bracket at column 4 closes nothing. Remove it, or add “(” before it.
                    ) => 1 => The bracket at column 1 closes nothing. Remove it, or add “(” before it.
                    nurse "berlin => 7 => The quotation mark at column 7 is never closed. Add another one where the phrase ends.
                    nurse "" => 7 => The quotation marks at column 7 hold no word. Put words between them, or remove them.
                    OR a => 1 => “OR” at column 1 has nothing before it. Add a word, or put it in quotation marks if it is one.
                    a OR => 3 => “OR” at column 3 has nothing after it. Add a word, or put it in quotation marks if it is one.
                    a | | b => 3 => “|” at column 3 has nothing after it. Add a word, or remove it.
                    a AND => 3 => “AND” at column 3 has nothing after it. Add a word, or put it in quotation marks if it is one.
                    a NOT => 3 => “NOT” at column 3 has nothing after it. Add a word, or put it in quotation marks if it is one.
                    title: => 1 => “title:” at column 1 has nothing after it. Add a word, or remove it.
                    title:OR a => 1 => “title:” at column 1 has nothing after it. Add a word, or remove it.
                    senior - java => 8 => The minus at column 8 stands alone. Put it directly before what to leave out, or remove it.
                    a location:berlin => 3 => “location:” at column 3 is not known. Name places in the alert's field for places instead.
                    a salary:90000 => 3 => “salary:” at column 3 is not known. Name the pay in the alert's field for pay instead.
                    a level:senior => 3 => “level:” at column 3 is not known. Choose it among the alert's filters instead.
                    a site:acme.com => 3 => “site:” at column 3 is not known. Use title: or company:, or put the words in quotation marks.
                    title:(a company:b) => 10 => “company:” at column 10 stands within another prefix. Remove one of the two.
                    java* => 5 => The star at column 5 has no meaning here: words are found whole. Write them out with OR.
                    research & development => 10 => “&” at column 10 is no word to look for. Remove it, or put it in quotation marks together with its words.
                    -manager => 1 => From column 1 on, the query only says what to leave out. Add a word that a job must contain: developer -manager.
                    a OR -b => 6 => The alternative at column 6 only says what to leave out, so nearly every job would match. Put it after brackets: (sre OR devops) -manager.
                    𝒳𝒳 "b => 4 => The quotation mark at column 4 is never closed. Add another one where the phrase ends.
                    """)
    void mistake_isToldWithColumnAndFix(String text, int column, String sentence) {
        assertThat(mistakeIn(text)).hasMessage(sentence).returns(column, InvalidQuery::column);
    }

    @Test
    void blankQuery_isRefusedWithAdvice() {
        assertThat(mistakeIn(" \t "))
                .hasMessage("Nothing stands at column 1. Write at least one word that a job must contain.");
    }

    @Test
    void longQuery_isRefused() {
        // Given
        String longest = "a".repeat(Query.MAX_LENGTH);

        // Then
        assertThat(Query.parse(longest)).hasToString(longest);
        assertThat(mistakeIn(longest + "b"))
                .hasMessageContaining("2001 characters")
                .returns(2001, InvalidQuery::column);
    }

    @Test
    void queryThatIsLongOnlyWhenWrittenOut_isRefused() {
        // Given
        String text = "company:(" + "abcdefgh ".repeat(200) + ")";

        // Then
        assertThat(mistakeIn(text)).hasMessageContaining("written out");
    }

    @Test
    void manyTerms_areRefused() {
        // Given
        String most = "a ".repeat(Query.MAX_TERMS);

        // Then
        assertThat(Query.parse(most).toString()).hasSize(2 * Query.MAX_TERMS - 1);
        assertThat(mistakeIn(most + "b")).hasMessageContaining("more than 200").returns(401, InvalidQuery::column);
    }

    @Test
    void deepBrackets_areRefused() {
        // Given
        String deepest = "(".repeat(Query.MAX_DEPTH) + "a" + ")".repeat(Query.MAX_DEPTH);

        // Then
        assertThat(Query.parse(deepest)).hasToString("a");
        assertThat(mistakeIn("(" + deepest + ")"))
                .hasMessageContaining("21th within")
                .returns(21, InvalidQuery::column);
    }

    private static InvalidQuery mistakeIn(String text) {
        return catchThrowableOfType(InvalidQuery.class, () -> Query.parse(text));
    }
}
