package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.Dates;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PlainText;
import io.earlybrd.scraper.testing.HostilePosting;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing of what somebody may write into a listing does harm in a page or a mail, or holds up the reading. */
@Tag("S16")
class HostilePostingsTest {

    /** Controls, halves of pairs, and what is not seen: zero width, tags, what turns the direction of writing. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cs}|[\\p{Cf}&&[^\\u200c\\u200d]]|[\\u2028\\u2029]");

    /** What becomes of the titles of those that others collected; of those that are refused, why. */
    private static final Map<String, String> RECORDED = Map.ofEntries(
            Map.entry("xss-title", "<script>alert(1)</script>Dev"),
            Map.entry("js-url", "no usable address"),
            Map.entry("data-url", "no usable address"),
            Map.entry("rel-url", "no usable address"),
            Map.entry("hdr-crlf-title", "Dev Bcc: victim@example.com body"),
            Map.entry("hdr-u2028", "Dev X-Evil: 1"),
            Map.entry("subject-encoded-word", "=?utf-8?B?PHNjcmlwdD4=?="),
            Map.entry("subject-utf8", ""),
            Map.entry("zwsp", "Developer"),
            Map.entry("smtp-dot", "Software Engineer"),
            Map.entry("qute-inject", "{inject:userService.all}"),
            Map.entry("qute-cdata", "{|raw|}{#if true}x{/if}"),
            Map.entry("format", "%s%n%x {0} {}"),
            Map.entry("like", "100%_Remote\\"),
            Map.entry("regex", "C++ (.*) [a-z]+$"),
            Map.entry("csv", "=HYPERLINK(\"http://evil.example\")"),
            Map.entry("blank-title", "no title"),
            Map.entry("null-title", "no title"),
            Map.entry("num-title", "42"),
            Map.entry("list-title", "no title"),
            Map.entry("html-entities", "R&D <b> '"),
            Map.entry("nbsp-dup", "Software Engineer"),
            Map.entry("case-dup", "SOFTWARE ENGINEER"),
            Map.entry("utm-dup", "Software Engineer"),
            Map.entry("frag-dup", "Software Engineer"),
            Map.entry("epoch", "Software Engineer"),
            Map.entry("neg-salary", "Software Engineer"),
            Map.entry("nan-salary", "Software Engineer"));

    static Stream<HostilePosting> recorded() throws IOException {
        return HostilePosting.recorded();
    }

    static Stream<HostilePosting> own() throws IOException {
        return HostilePosting.own();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void recordedPosting_isInertOrRefused(HostilePosting hostile) {
        String becomes = RECORDED.get(hostile.id());
        assertThat(becomes).as("an outcome that somebody thought of").isNotNull();
        PostingDraft draft = draft(hostile.posting());

        if (becomes.startsWith("no ")) {
            assertThatThrownBy(draft::posting)
                    .isInstanceOf(UnusablePosting.class)
                    .hasMessageStartingWith(becomes);
        } else {
            Posting posting = draft.posting();
            inert(posting);
            assertThat(posting.title()).startsWith(becomes);
            assertThat(posting.salary()).isNull();
            assertThat(posting.postedAt()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("own")
    void posting_becomesWhatIsWrittenBesideIt(HostilePosting hostile) {
        PostingDraft draft = draft(hostile.posting());
        JsonNode becomes = hostile.becomes();

        if (becomes.has("refused")) {
            assertThatThrownBy(draft::posting)
                    .isInstanceOf(UnusablePosting.class)
                    .hasMessageStartingWith(becomes.path("refused").asText());
        } else {
            Posting posting = draft.posting();
            inert(posting);
            assertThat(posting.title()).isEqualTo(becomes.path("title").asText("Software Engineer"));
            assertThat(posting.company()).isEqualTo(becomes.path("company").asText("Acme"));
            assertThat(posting.places())
                    .first()
                    .extracting(Place::text)
                    .asString()
                    .startsWith(becomes.path("place").asText("Berlin"));
            assertThat(posting.description())
                    .isEqualTo(becomes.path("description").asText("A job."));
            assertThat(posting.salary()).isNull();
            assertThat(posting.postedAt()).isNull();
        }
    }

    private static PostingDraft draft(JsonNode given) {
        return new PostingDraft("1")
                .title(Stated.text(given, "title"))
                .company(Stated.text(given, "company"))
                .places(Stated.text(given, "location"))
                .pay(Stated.text(given, "salary"))
                .salary(Pay.range(Stated.number(given, "salary"), Stated.number(given, "salary"), "EUR", "year"))
                .html(Stated.text(given, "description"))
                .url(Stated.text(given, "url"))
                .postedAt(Dates.read(Stated.text(given, "posted")));
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
