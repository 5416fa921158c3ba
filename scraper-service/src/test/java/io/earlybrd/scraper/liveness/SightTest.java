package io.earlybrd.scraper.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.Body;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.liveness.Sight.Kind;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says of its job. */
@Tag("S13")
class SightTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final String ASKED = "https://fjordbank.example/en/jobs/1234-cook";
    private static final String PAGE = "<!doctype html><html><title>Cook</title></html>";
    private static final String WALL = "<!doctype html><html><title>Just a moment...</title></html>";

    private final Look look = Look.first("posting", ASKED, NOW);

    @ParameterizedTest
    @CsvSource({
        "200, OPEN",
        "204, OPEN",
        "404, GONE",
        "410, GONE",
        "304, SILENT",
        "400, SILENT",
        "401, SILENT",
        "403, SILENT",
        "429, SILENT",
        "451, SILENT",
        "500, SILENT",
        "503, SILENT"
    })
    void status_says(int status, Kind kind) {
        assertThat(see(status, ASKED, PAGE).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 410})
    void botWall_saysNothingWhateverItsStatus(int status) {
        assertThat(see(status, ASKED, WALL).kind()).isEqualTo(Kind.SILENT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://fjordbank.example/, SILENT",
        "https://fjordbank.example/en, LED_UP",
        "https://fjordbank.example/en/jobs/, LED_UP",
        "https://fjordbank.example/en/jobs?error=true, LED_UP",
        "https://careers.example/en/jobs?closed=1234, SILENT",
        "https://fjordbank.example/en/jobs/1234-cook/, OPEN",
        "https://www.fjordbank.example/en/jobs/1234-cook, OPEN",
        "https://fjordbank.example/en/jobs/1234-cook-m-f, OPEN",
        "https://fjordbank.example/de/jobs/1234-koch, OPEN"
    })
    void redirect_saysWhereItLeads(String led, Kind kind) {
        assertThat(see(200, led, PAGE).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T09:59:59Z, OVER",
        "2026-11-26T10:00:01Z, OPEN",
        "2026-11-24, OVER",
        "2026-11-25, OPEN",
        "soon, OPEN",
    })
    void jobIsOver_whenItsPageSaysSo(String validThrough, Kind kind) {
        assertThat(see(200, ASKED, FeedSite.pageUntil(validThrough)).kind()).isEqualTo(kind);
    }

    @Test
    void pageOfSeveralJobs_saysThatOneIsOverOnlyIfAllAre() {
        String over = "{\"@type\": \"JobPosting\", \"title\": \"Cook\", \"validThrough\": \"2026-01-01\"}";
        String open = "{\"@type\": \"JobPosting\", \"title\": \"Bosun\", \"validThrough\": \"2027-01-01\"}";
        String endless = "{\"@type\": \"JobPosting\", \"title\": \"Mate\"}";

        assertThat(see(200, ASKED, jobs(over, over)).kind()).isEqualTo(Kind.OVER);
        assertThat(see(200, ASKED, jobs(over, open)).kind()).isEqualTo(Kind.OPEN);
        assertThat(see(200, ASKED, jobs(over, endless)).kind()).isEqualTo(Kind.OPEN);
    }

    @Test
    void unchangedPage_isOverWhenItSaidSo() {
        Sight before = see(200, ASKED, FeedSite.pageUntil("2026-11-27T12:00:00Z"));
        Look known = look.after(before, true, NOW, 0);

        assertThat(Sight.of(page(304, ASKED, ""), WebUrl.parse(ASKED), known, NOW)
                        .kind())
                .isEqualTo(Kind.OPEN);
        assertThat(Sight.of(page(304, ASKED, ""), WebUrl.parse(ASKED), known, Instant.parse("2026-11-28T00:00:00Z"))
                        .kind())
                .isEqualTo(Kind.OVER);
    }

    private Sight see(int status, String from, String text) {
        return Sight.of(page(status, from, text), WebUrl.parse(ASKED), look, NOW);
    }

    private static FetchedPage page(int status, String from, String text) {
        return new FetchedPage(
                WebUrl.parse(from),
                status,
                "text/html",
                new Validators("\"tag\"", null),
                null,
                null,
                Body.inMemory(List.of(Buffer.buffer(text)), false, 1 << 20));
    }

    private static String jobs(String... jobs) {
        return "<!doctype html><html><script type=\"application/ld+json\">[" + String.join(",", jobs)
                + "]</script></html>";
    }
}
