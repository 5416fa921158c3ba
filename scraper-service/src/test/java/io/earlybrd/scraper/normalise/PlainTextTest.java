package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void blocksAndItems_becomeLines() {
        String html = "<h2>About</h2><p>We are&nbsp;&amp; stay<br>here.</p><ul><li>C++</li><li>Go</li></ul>";

        assertThat(PlainText.ofHtml(html)).isEqualTo("About\n\nWe are & stay\nhere.\n\n- C++\n\n- Go");
    }

    @Test
    void paragraphInAnItem_standsBehindItsDash() {
        assertThat(PlainText.ofHtml("<ul><li><p>C++</p></li><li>\n<p>Go</p><p>Rust</p></li></ul>"))
                .isEqualTo("- C++\n\n- Go\n\nRust");
    }

    @Test
    @Tag("S16")
    void scriptsAndStyles_areLeftOut() {
        String html =
                "<p>Hi<script>alert(1)</script></p><style>p{}</style><img src=x onerror=alert(1)><iframe>no</iframe>";

        assertThat(PlainText.ofHtml(html)).isEqualTo("Hi");
    }

    @Test
    void wordsInInlineElements_stayTogether() {
        assertThat(PlainText.ofHtml("<p>Type<b>Script</b> and <i>Go</i></p>")).isEqualTo("TypeScript and Go");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud800b", "a\udc00b", "a\u202eb", "a\u200bb", "a\u0007b"})
    @Tag("S16")
    void invisibleCharacters_areLeftOut(String text) {
        assertThat(PlainText.line(text)).isEqualTo("ab");
        assertThat(PlainText.ofHtml(text)).isIn("ab", "a\ufffdb");
    }

    @ParameterizedTest
    @CsvSource({"' Dev\r\nBcc: x '", "'Dev\u2028 Bcc:\u00a0x'", "'Dev  Bcc: x'"})
    void anyKindOfBreak_isOneBlankInALine(String text) {
        assertThat(PlainText.line(text)).isEqualTo("Dev Bcc: x");
    }

    @Test
    void longText_isCutBetweenCharacters() {
        String text = "x".repeat(PlainText.MAX_LENGTH - 1) + "\ud83d\ude00\ud83d\ude00";

        assertThat(PlainText.ofHtml(text)).hasSize(PlainText.MAX_LENGTH - 1).doesNotContain("\ud83d");
    }

    @Test
    void deepNesting_isReadAllTheSame() {
        String html = "<div>".repeat(50_000) + "deep" + "</div>".repeat(50_000);

        assertThat(PlainText.ofHtml(html)).isEqualTo("deep");
    }
}
