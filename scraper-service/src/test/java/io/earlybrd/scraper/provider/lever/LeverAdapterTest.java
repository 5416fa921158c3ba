package io.earlybrd.scraper.provider.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Board;
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

@Tag("S1")
class LeverAdapterTest {

    private final LeverAdapter adapter = new LeverAdapter(URI.create("https://api.lever.co"));
    private final Board brightloom = new Board("brightloom", "Brightloom");

    @Test
    void board_isAskedForAsJson() {
        assertThat(adapter.request(brightloom).uri())
                .isEqualTo(URI.create("https://api.lever.co/v0/postings/brightloom?mode=json"));
    }

    @Test
    void nameWithABlank_isEscapedInTheAddress() {
        Board board = new Board(adapter.boardName("bright%20loom"), null);

        assertThat(board.name()).isEqualTo("bright loom");
        assertThat(adapter.request(board).uri())
                .isEqualTo(URI.create("https://api.lever.co/v0/postings/bright%20loom?mode=json"));
    }

    @Test
    void recordedShape_isReadInFull() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("lever.json"));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.postings().get(0))
                .isEqualTo(new Posting(
                        "d6d4ddcc-1d05-433f-8777-e803665e219a",
                        "Site Reliability Engineer",
                        "Brightloom",
                        List.of(
                                new Place("Remote", Optional.empty(), Optional.empty(), Optional.of("NL")),
                                new Place("Rotterdam", Optional.of("Rotterdam"), Optional.empty(), Optional.of("NL")),
                                new Place("Ghent", Optional.of("Ghent"), Optional.empty(), Optional.of("BE"))),
                        Workplace.REMOTE,
                        EmploymentType.FULL_TIME,
                        null,
                        new Salary(Optional.of(6_000_000L), Optional.of(7_500_050L), "EUR", "year"),
                        """
                        Brightloom weaves clouds.

                        What you need & bring

                        - Five years of Go

                        - Patience

                        We answer within a week.""",
                        URI.create("https://jobs.lever.co/brightloom/d6d4ddcc-1d05-433f-8777-e803665e219a"),
                        Instant.ofEpochMilli(1777410676083L),
                        false,
                        null,
                        null,
                        null));
    }

    @Test
    void whatIsNotStatedOrCannotBe_staysUnknown() throws IOException {
        Posting job = read(Fixture.text("lever.json")).postings().get(1);

        assertThat(job.workplace()).isNull();
        assertThat(job.salary()).isNull();
        assertThat(job.places())
                .extracting(Place::text, Place::country)
                .containsExactly(tuple("Lisbon", Optional.of("PT")));
        assertThat(job.description()).isEmpty();
        assertThat(job.employmentType()).isEqualTo(EmploymentType.CONTRACT);
    }

    @Test
    void textAboutPay_isPartOfTheDescriptionOnce() throws IOException {
        String both = Fixture.text("lever.json")
                .replace("\"lists\": [],", "\"lists\": [], \"salaryDescription\": \"<p>Paid well.</p>\",")
                .replace("\"opening\": \"\",", "\"salaryDescription\": \"<div>We answer within a week.</div>\",");

        assertThat(read(both).postings().get(1).description()).isEqualTo("Paid well.");
        assertThat(read(both).postings().get(0).description()).containsOnlyOnce("We answer within a week.");
    }

    @Test
    void boardsInEurope_areAnotherProvider() {
        Adapter europe = LeverAdapter.europe(URI.create("https://api.eu.lever.co"));

        assertThat(europe.provider()).isEqualTo("lever-eu");
        assertThat(adapter.provider()).isEqualTo("lever");
        assertThat(europe.request(brightloom).uri())
                .isEqualTo(URI.create("https://api.eu.lever.co/v0/postings/brightloom?mode=json"));
    }

    @Test
    @Tag("S3")
    void unknownSite_isGone() throws IOException {
        assertThat(read("{\"ok\":false,\"error\":\"Document not found\"}").kind())
                .isEqualTo(Outcome.Kind.GONE);
    }

    private Outcome read(String body) throws IOException {
        return adapter.read(brightloom, Fixture.answer(body));
    }
}
