package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earlybrd.scraper.normalise.Dates;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PlainText;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing of what somebody may write into a listing does harm in a page or a mail, or holds up the reading. */
@Tag("S16")
class HostilePostingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Controls, halves of pairs, zero width, and what turns the direction of writing. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}&&[^\\n]]|\\p{Cs}|[\\u200b\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    @Test
    void everyRecordedPosting_isInertOrRefused() throws IOException {
        for (String line : Files.readAllLines(SharedData.path("trust/text/hostile_postings.jsonl"))) {
            JsonNode given = JSON.readTree(line).path("posting");
            PostingDraft draft = new PostingDraft("1")
                    .title(Stated.text(given, "title"))
                    .company(Stated.text(given, "company"))
                    .places(Stated.text(given, "location"))
                    .pay(Stated.text(given, "salary"))
                    .salary(Pay.range(
                            Stated.number(given, "salary_min"), Stated.number(given, "salary_max"), "EUR", "year"))
                    .html(Stated.text(given, "description"))
                    .url(Stated.text(given, "url"))
                    .postedAt(Dates.read(Stated.text(given, "posted_at")));
            try {
                inert(draft.posting());
            } catch (UnusablePosting e) {
                assertThat(e.getMessage()).containsAnyOf("no title", "no usable address");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "`<p>Weld <script>alert(1)</script>things</p>` => Weld things",
                "`Weld<img src=x onerror=alert(1)>` => Weld",
                "`<svg onload=alert(1)><desc>x</desc></svg>Weld` => `x\nWeld`",
                "`<style>p{background:url(javascript:alert(1))}</style>Weld` => Weld",
                "`<iframe srcdoc='<b>x</b>'></iframe>Weld` => Weld",
                "`<a href='javascript:alert(1)'>Weld</a>` => Weld",
                "`<!-- --!><b>Weld` => Weld",
                "`<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>Weld` => Weld",
                "`&lt;b&gt;Weld&lt;/b&gt;` => <b>Weld</b>",
                "`<<b>Weld</b>` => <Weld",
                "`<textarea>Weld</textarea>` => Weld"
            })
    void markup_leavesNothingButItsText(String html, String expected) {
        assertThat(PlainText.ofHtml(html)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b><i>",
                "<ul><li>",
                "<table><tr><td>",
                "<p>",
                "<a href=x>",
                "<svg><math>",
                "&amp;",
                "&#x110000;",
                "<!--",
                "<![CDATA[",
                "<",
                "</p>",
                "x",
                " ",
                "\u00a0",
                "\n",
                "\r\n",
                "\t",
                "\u200b",
                "\ud800",
                "<a b='",
                "<select><option>",
                "<template>",
                "<h1>x</h1>",
                "<br>"
            })
    void megabyteOfAnything_isReadAtOnce(String piece) {
        String html = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> inert(draft("T").html(html).posting()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", ",", "-", "(", "1,", "$1-", "Remote ", "Senior/", "A. ", "\u200b", "&lt;"})
    void megabyteInAnyField_isReadAtOnce(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> inert(draft("T" + text)
                        .company(text)
                        .places(text)
                        .place(text, text, text, text)
                        .pay(text)
                        .posting()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT://a.example/%0aalert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "//a.example/1",
                "https://user:secret@a.example/",
                "https:///1",
                "ht\ntps://a.example"
            })
    void addressThatIsNone_isRefused(String address) {
        assertThatCode(() -> draft("T").url(address).posting()).isInstanceOf(UnusablePosting.class);
    }

    private static PostingDraft draft(String title) {
        return new PostingDraft("1").title(title).company("C").url("https://a.example/1");
    }

    /** Pages and mails escape, so what looks like markup in a line is harmless; what nobody sees is not. */
    private static void inert(Posting posting) {
        assertThat(posting.title()).hasSizeBetween(1, 500).doesNotContain("\n");
        assertThat(posting.company()).hasSizeBetween(1, 500).doesNotContain("\n");
        assertThat(posting.description()).hasSizeLessThanOrEqualTo(PlainText.MAX_LENGTH);
        assertThat(posting.title() + posting.company() + posting.description() + posting.places())
                .doesNotContainPattern(INVISIBLE);
        assertThat(posting.url().getScheme()).isIn("http", "https");
    }
}
