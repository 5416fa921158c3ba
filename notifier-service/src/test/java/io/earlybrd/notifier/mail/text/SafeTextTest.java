package io.earlybrd.notifier.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N21")
class SafeTextTest {

    @Test
    void lineEnds_becomeBlanks() {
        assertThat(SafeText.oneLine("Engineer\r\nBcc: all@post.example\u2028x\u0085y", 100))
                .isEqualTo("Engineer Bcc: all@post.example x y");
    }

    @Test
    void directionMarksAndInvisibles_areDropped() {
        assertThat(SafeText.oneLine("\u202Egnp.exe\u2066 a\u200Bb\uFEFF\u061C\u200F", 100))
                .isEqualTo("gnp.exe ab");
    }

    @Test
    void controlsAndHalfSurrogates_areDropped() {
        assertThat(SafeText.oneLine("a\u0000\u0007\u001B[31mb\uD83D", 100)).isEqualTo("a[31mb");
    }

    @Test
    void wordsOfAllScripts_stay() {
        String text = "Ingénieur·e 工程师 مهندس 👩 C++ & .NET";
        assertThat(SafeText.oneLine(text, 100)).isEqualTo(text);
    }

    @Test
    void longText_isCutBetweenCharacters() {
        assertThat(SafeText.oneLine("👩".repeat(30), 10)).isEqualTo("👩".repeat(9) + "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "/relative",
                "mailto:a@b.example",
                "https:///nohost"
            })
    void addressThatIsNoneOfTheWeb_isNoLink(String address) {
        assertThat(SafeText.link(URI.create(address))).isEmpty();
    }

    @Test
    void addressOfTheWeb_isLinkedAsItIs() {
        assertThat(SafeText.link(URI.create("https://jobs.example/1?gh_jid=2&x=%22")))
                .contains("https://jobs.example/1?gh_jid=2&x=%22");
    }
}
