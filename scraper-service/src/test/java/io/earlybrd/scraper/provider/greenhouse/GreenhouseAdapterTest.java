package io.earlybrd.scraper.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class GreenhouseAdapterTest {

    private final GreenhouseAdapter adapter = new GreenhouseAdapter(URI.create("https://boards-api.greenhouse.io"));
    private final Board fjordbank = new Board("fjordbank", null);

    @Test
    void board_isAskedForWithItsContentAndPay() {
        assertThat(adapter.request(fjordbank).uri())
                .isEqualTo(
                        URI.create(
                                "https://boards-api.greenhouse.io/v1/boards/fjordbank/jobs?content=true&pay_transparency=true"));
    }

    @Test
    void recordedShape_isReadInFull() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("greenhouse.json"));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        Posting job = outcome.postings().get(0);
        assertThat(job)
                .isEqualTo(new Posting(
                        "9215052008",
                        "Senior Java Developer (Payments)",
                        "Fjordbank",
                        List.of(
                                new Place("Oslo, Norway", Optional.of("Oslo"), Optional.empty(), Optional.of("NO")),
                                new Place("Bergen, Norway", Optional.of("Bergen"), Optional.empty(), Optional.of("NO")),
                                new Place("Remote, Sweden", Optional.empty(), Optional.empty(), Optional.of("SE"))),
                        Workplace.HYBRID,
                        EmploymentType.FULL_TIME,
                        Seniority.SENIOR,
                        null,
                        "About us\n\nWe are a bank & a good one.\n\n- C++ or Java\n\n- Kafka",
                        URI.create("https://careers.fjordbank.example/jobs/search?gh_jid=9215052008"),
                        Instant.parse("2026-07-14T02:30:00Z"),
                        false,
                        null,
                        "4472255008",
                        null));
    }

    @Test
    void olderShape_hasTheCompanyOfTheSourceAndNoPostingTime() throws IOException {
        Posting job = read(Fixture.text("greenhouse.json")).postings().get(1);

        assertThat(job.company()).isEqualTo("fjordbank");
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.postedAt()).isNull();
        assertThat(job.employmentType()).isNull();
    }

    @Test
    void updatedAt_isNoPartOfThePosting() throws IOException {
        String later = Fixture.text("greenhouse.json").replace("2026-07-14T18:35", "2026-08-01T09:00");

        assertThat(read(later).postings())
                .isEqualTo(read(Fixture.text("greenhouse.json")).postings());
    }

    @Test
    void prospectPostWithoutAnInternalJob_isReadLikeAnyOther() throws IOException {
        assertThat(read(Fixture.text("greenhouse.json")).postings().get(1).title())
                .isEqualTo("Support Engineer");
    }

    @Test
    void payRangesWithAPeriodInTheirTitles_areOneRange() throws IOException {
        // Given
        String ranges = """
                "pay_input_ranges": [
                  {"min_cents": 12000000, "max_cents": 15000000, "currency_type": "USD", "title": "Annual Salary: NYC", "blurb": ""},
                  {"min_cents": 11000000, "max_cents": 14000000, "currency_type": "USD", "title": "Annual Salary: Denver", "blurb": null}
                ],
                "id": 12,""";

        // When
        Posting job = read(Fixture.text("greenhouse.json").replace("\"id\": 12,", ranges))
                .postings()
                .get(1);

        // Then
        assertThat(job.salary())
                .isEqualTo(new Salary(Optional.of(11_000_000L), Optional.of(15_000_000L), "USD", "year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zone A", "Hourly or annual", ""})
    void payRangeWithoutOnePeriod_isNotPassedOn(String title) throws IOException {
        String ranges =
                "\"pay_input_ranges\": [{\"min_cents\": 2000, \"max_cents\": 3000, \"currency_type\": \"USD\", \"title\": \""
                        + title + "\"}], \"id\": 12,";

        assertThat(read(Fixture.text("greenhouse.json").replace("\"id\": 12,", ranges))
                        .postings()
                        .get(1)
                        .salary())
                .isNull();
    }

    @Test
    void postWithoutAPlace_isAtItsOffices() throws IOException {
        String board =
                "{\"jobs\":[{\"id\":1,\"title\":\"T\",\"absolute_url\":\"https://x.example/1\",\"location\":{\"name\":\"\"},"
                        + "\"offices\":[{\"name\":\"North\",\"location\":\"Oslo, Norway\"},{\"name\":\"Bergen\",\"location\":null}]}]}";

        assertThat(read(board).postings().get(0).places())
                .extracting(Place::text)
                .containsExactly("Oslo, Norway", "Bergen");
    }

    @Test
    void markupThatWasNotEscaped_isReadAsItStands() throws IOException {
        String content = "{\"jobs\":[{\"id\":1,\"title\":\"T\",\"absolute_url\":\"https://x.example/1\","
                + "\"content\":\"<p>List&lt;String&gt;</p>\"}]}";

        assertThat(read(content).postings().get(0).description()).isEqualTo("List<String>");
    }

    @Test
    @Tag("S3")
    void oneUnusableListing_losesNoOther() throws IOException {
        // Given
        String board = Fixture.text("greenhouse.json").replace("\"Support Engineer\"", "null");

        // When
        Outcome outcome = read(board);

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTIAL);
        assertThat(outcome.postings()).hasSize(1);
        assertThat(outcome.reason()).isEqualTo("1 unusable, first: no title, id=12");
        assertThat(outcome.wholeList()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3,only 2 of 3 listed", "1,'2 listed, though there are 1'", "0,'2 listed, though there are 0'"})
    @Tag("S3")
    void countThatContradictsTheList_isPartialAndNotTheWholeList(String total, String reason) throws IOException {
        Outcome outcome = read(Fixture.text("greenhouse.json").replace("\"total\": 2", "\"total\": " + total));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTIAL);
        assertThat(outcome.wholeList()).isFalse();
        assertThat(outcome.postings()).hasSize(2);
        assertThat(outcome.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"meta\":{}", "\"meta\":{\"total\":null}", "\"meta\":[]"})
    @Tag("S3")
    void listWithoutACount_isWhole(String meta) throws IOException {
        String board = "{\"jobs\":[{\"id\":1,\"title\":\"T\",\"absolute_url\":\"https://x.example/1\"}]," + meta + "}";

        assertThat(read(board).kind()).isEqualTo(Outcome.Kind.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html;base64,PHNj", "/jobs/1", "", "https://a@b.example/"})
    @Tag("S16")
    void listingWithoutAnAddressToApplyAt_isNotUsable(String url) throws IOException {
        String board = "{\"jobs\":[{\"id\":1,\"title\":\"T\",\"absolute_url\":\"" + url + "\"}]}";

        assertThat(read(board).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a..b", "stripe?x=1", "a b", "x#y", "%2e"})
    void nameThatIsNoToken_isRefused(String name) {
        assertThatThrownBy(() -> adapter.boardName(name)).isInstanceOf(InvalidBoard.class);
    }

    private Outcome read(String body) throws IOException {
        return adapter.read(fjordbank, Fixture.answer(body));
    }
}
