package io.earlybrd.account.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A6")
class QueryCutTest {

    private static final String LONG = "\"platform engineer\" (kubernetes OR k8s -manager -director";

    @Test
    void placeInALongQuery_isCutOutWithTheCaretBelowIt() {
        // Given
        int column = 21;

        // When
        QueryCut cut = QueryCut.of(LONG, column);

        // Then
        assertThat(cut.before() + cut.mark() + cut.after())
                .isEqualTo("…engineer\" (kubernetes OR k8s -mana…")
                .hasSize(36);
        assertThat(cut.mark()).isEqualTo("(");
        assertThat(cut.indent()).hasSize(11);
        assertThat(cut.column()).isEqualTo(21);
    }

    @Test
    void shortQuery_isShownWhole() {
        // Given
        String query = "(rust OR go";

        // When
        QueryCut cut = QueryCut.of(query, 1);

        // Then
        assertThat(cut.before()).isEmpty();
        assertThat(cut.mark() + cut.after()).isEqualTo(query);
        assertThat(cut.indent()).isEmpty();
    }

    @Test
    void placeBehindTheEnd_hasNothingToMark() {
        // Given
        String query = "rust OR";

        // When
        QueryCut cut = QueryCut.of(query, 99);

        // Then
        assertThat(cut).isEqualTo(new QueryCut(query, "", "", " ".repeat(7), 8));
    }

    @Test
    void charactersBeyondSixteenBits_countAsOne() {
        // Given
        String query = "🦀🦀 (rust";

        // When
        QueryCut cut = QueryCut.of(query, 4);

        // Then
        assertThat(cut.mark()).isEqualTo("(");
        assertThat(cut.indent()).hasSize(3);
    }
}
