package io.earlybrd.scraper.provider.smartrecruiters;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S1")
class SmartRecruitersAdapterTest {

    private static final String POSTINGS = "https://api.smartrecruiters.com/v1/companies/TernCare/postings";

    private final SmartRecruitersAdapter adapter =
            new SmartRecruitersAdapter(URI.create("https://api.smartrecruiters.com"));
    private final Board ternCare = new Board("TernCare", null);

    @Test
    void list_isAskedForInPagesOfAHundred() {
        assertThat(adapter.request(ternCare).uri()).isEqualTo(URI.create(POSTINGS + "?limit=100&offset=0"));
    }

    @Test
    void recordedShape_isListedWithTheAddressesOfItsDetails() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("smartrecruiters.json"));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.listed().next()).isEmpty();
        Stub stub = outcome.listed().stubs().get(0);
        assertThat(stub.details().uri()).isEqualTo(URI.create(POSTINGS + "/743999900000001"));
        Posting job = stub.listed();
        assertThat(job.title()).isEqualTo("Night Nurse / Ward 3");
        assertThat(job.company()).isEqualTo("Tern Care");
        assertThat(job.places())
                .containsExactly(new Place(
                        "St. Louis, MO, United States",
                        Optional.of("St. Louis"),
                        Optional.of("Missouri"),
                        Optional.of("US")));
        assertThat(job.workplace()).isEqualTo(Workplace.HYBRID);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.PART_TIME);
        assertThat(job.seniority()).isEqualTo(Seniority.JUNIOR);
        assertThat(job.url()).isEqualTo(URI.create("https://jobs.smartrecruiters.com/TernCare/743999900000001"));
        assertThat(job.postedAt()).isEqualTo("2026-06-08T02:11:28Z");
    }

    @Test
    void placeThatIsNeitherRemoteNorHybrid_saysNothingAboutOffices() throws IOException {
        Posting job = read(Fixture.text("smartrecruiters.json"))
                .listed()
                .stubs()
                .get(1)
                .listed();

        assertThat(job.workplace()).isNull();
        assertThat(job.places())
                .containsExactly(
                        new Place("Bergen, Norway", Optional.of("Bergen"), Optional.empty(), Optional.of("NO")));
    }

    @ParameterizedTest
    @CsvSource({"0,100,250,100", "0,50,250,50"})
    void longerList_goesOnAfterThePage(int offset, int limit, int total, int next) throws IOException {
        Listed listed = read(page(offset, limit, total)).listed();

        assertThat(listed.total()).isEqualTo(OptionalInt.of(total));
        assertThat(listed.next())
                .extracting(BoardRequest::uri)
                .containsExactly(URI.create(POSTINGS + "?limit=100&offset=" + next));
    }

    @Test
    void lastPage_endsTheListAndIsNotTakenForAllOfIt() throws IOException {
        Outcome outcome = adapter.read(ternCare, Fixture.answer(page(200, 100, 202), 2));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.listed().next()).isEmpty();
        assertThat(outcome.listed().total()).isEmpty();
    }

    @Test
    @Tag("S12")
    void companyThatTheProviderDoesNotKnow_isEmptyAndSoClosesNothing() throws IOException {
        Outcome outcome = read("{\"offset\":0,\"limit\":100,\"totalFound\":0,\"content\":[]}");

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.EMPTY);
        assertThat(outcome.wholeList()).isFalse();
    }

    @Test
    void details_addTheDescription() throws IOException {
        // Given
        Stub stub = read(Fixture.text("smartrecruiters.json")).listed().stubs().get(0);

        // When
        Posting job = adapter.details(ternCare, stub, Fixture.answer(Fixture.text("smartrecruiters-details.json")));

        // Then
        assertThat(job.description()).isEqualTo("""
                Company Description

                Tern Care cares.

                Job Description

                Watch over ward 3.

                Qualifications

                - A licence""");
        assertThat(job.title()).isEqualTo(stub.listed().title());
        assertThat(job.url()).isEqualTo(stub.listed().url());
        assertThat(job.places()).isEqualTo(stub.listed().places());
    }

    private Outcome read(String body) throws IOException {
        return adapter.read(ternCare, Fixture.answer(body));
    }

    private static String page(int offset, int limit, int total) {
        return Fixture.text("smartrecruiters.json")
                .replace("\"offset\": 0", "\"offset\": " + offset)
                .replace("\"limit\": 100", "\"limit\": " + limit)
                .replace("\"totalFound\": 2", "\"totalFound\": " + total);
    }
}
