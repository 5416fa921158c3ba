package io.earlybrd.notifier.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void longLine_isBrokenAtBlanksAndKeepsItsIndent() {
        String wrapped = TextLines.wrap("  " + "word ".repeat(40));

        assertThat(wrapped.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(77).startsWith("  word"));
        assertThat(wrapped.replaceAll("\\s+", " ").strip())
                .isEqualTo("word ".repeat(40).strip());
    }

    @Test
    void address_isNeverBroken() {
        String link = "https://earlybrd.example/u/" + "x".repeat(200);

        assertThat(TextLines.wrap("Stop:\n" + link)).isEqualTo("Stop:\n" + link + "\n");
    }

    @Test
    void wordLongerThanALine_isCut() {
        assertThat(TextLines.wrap("y".repeat(200)).lines()).hasSize(3).allMatch(line -> line.length() <= 77);
    }

    @Test
    void pairOfSurrogates_staysTogether() {
        assertThat(TextLines.wrap("a" + "👩".repeat(100))).doesNotContain("?").contains("👩");
        assertThat(TextLines.wrap("a" + "👩".repeat(100)).codePoints().filter(c -> c == 0x1F469))
                .hasSize(100);
    }
}
