package io.earlybrd.scraper.provider.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.testing.Fixture;
import io.earlybrd.testkit.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class WorkdayAdapterTest {

    private static final String API = "https://fjordbank.wd5.myworkdayjobs.com/wday/cxs/fjordbank/External";

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-25T22:30:00Z"));
    private final WorkdayAdapter adapter = new WorkdayAdapter("https://{board}.myworkdayjobs.com", clock);
    private final Board fjordbank = new Board("fjordbank.wd5/External", null);

    @Test
    void site_isAskedByPostForTwentyAtATime() {
        BoardRequest request = adapter.request(fjordbank);

        assertThat(request.uri()).isEqualTo(URI.create(API + "/jobs"));
        assertThat(request.json()).isEqualTo("{\"appliedFacets\":{},\"limit\":20,\"offset\":0,\"searchText\":\"\"}");
    }

    @Test
    void siteBehindOneAddressForAll_isItsFirstPart() {
        WorkdayAdapter local = new WorkdayAdapter("http://localhost:8090/workday", clock);

        assertThat(local.request(fjordbank).uri())
                .isEqualTo(URI.create("http://localhost:8090/workday/fjordbank.wd5/wday/cxs/fjordbank/External/jobs"));
    }

    @Test
    void recordedShape_isListedWithTheAddressesOfItsDetails() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("workday.json"), 0);

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.listed().next()).isEmpty();
        Stub stub = outcome.listed().stubs().get(0);
        assertThat(stub.details().uri())
                .isEqualTo(URI.create(API + "/job/Oslo---Remote/Solution-Architect---Public-Sector_JR354232"));
        assertThat(stub.details().json()).isNull();
        Posting job = stub.listed();
        assertThat(job.title()).isEqualTo("Solution Architect - Public Sector");
        assertThat(job.company()).isEqualTo("fjordbank");
        assertThat(job.url())
                .isEqualTo(URI.create("https://fjordbank.wd5.myworkdayjobs.com/External"
                        + "/job/Oslo---Remote/Solution-Architect---Public-Sector_JR354232"));
        assertThat(job.postedAt()).isEqualTo("2026-11-24T00:00:00Z");
    }

    @Test
    void postings_areKnownByTheRequisitionAtTheEndOfTheirPath() throws IOException {
        assertThat(read(Fixture.text("workday.json"), 0).listed().stubs())
                .extracting(Stub::externalId)
                .containsExactly("JR354232", "JR354232-1", "JR400000", "/job/Bergen/Stockroom-Help");
    }

    @Test
    void placesThatAreOnlyCounted_areNone() throws IOException {
        Listed listed = read(Fixture.text("workday.json"), 0).listed();

        assertThat(listed.stubs().get(0).listed().places()).isEmpty();
        assertThat(listed.stubs().get(1).listed().places())
                .extracting(Place::text)
                .containsExactly("Bergen, Norway");
    }

    @Test
    void rowWithoutATitle_waitsForItsDetails() throws IOException {
        Outcome outcome = read(Fixture.text("workday.json"), 0);

        assertThat(outcome.listed().stubs().get(2).listed()).isNull();
        assertThat(outcome.listed().unusable()).isZero();
    }

    @Test
    void wordsForTimes_areNoPartOfTheRevision() throws IOException {
        // Given
        Stub today = read(Fixture.text("workday.json"), 0).listed().stubs().get(0);

        // When
        Stub later = read(Fixture.text("workday.json").replace("Posted Yesterday", "Posted 9 Days Ago"), 0)
                .listed()
                .stubs()
                .get(0);

        // Then
        assertThat(later.listed().postedAt()).isNotEqualTo(today.listed().postedAt());
        assertThat(later.revision()).isEqualTo(today.revision());
    }

    @Test
    void moreThanThirtyDays_isNoTime() throws IOException {
        assertThat(read(Fixture.text("workday.json"), 0)
                        .listed()
                        .stubs()
                        .get(1)
                        .listed()
                        .postedAt())
                .isNull();
    }

    @Test
    void fullPage_isFollowedByTheNextWhateverTheTotalSays() throws IOException {
        Listed listed = read(page(20, 0), 2).listed();

        assertThat(listed.total()).isEmpty();
        assertThat(listed.next())
                .extracting(BoardRequest::json)
                .containsExactly("{\"appliedFacets\":{},\"limit\":20,\"offset\":60,\"searchText\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource({"0,157,157", "1,157,", "0,2000,", "0,0,"})
    void total_isBelievedOnTheFirstPageAndBelowItsCap(int page, int stated, Integer believed) throws IOException {
        OptionalInt total = read(page(20, stated), page).listed().total();

        assertThat(total).isEqualTo(believed == null ? OptionalInt.empty() : OptionalInt.of(believed));
    }

    @Test
    @Tag("S12")
    void listThatIsCutAtTwoThousand_isNotWhole() throws IOException {
        Outcome outcome = read(page(20, 0), 99);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTIAL);
        assertThat(outcome.wholeList()).isFalse();
        assertThat(outcome.listed().stubs()).hasSize(20);
        assertThat(outcome.listed().next()).isEmpty();
    }

    @Test
    void details_sayTheRest() throws IOException {
        // Given
        Stub stub = read(Fixture.text("workday.json"), 0).listed().stubs().get(0);

        // When
        Posting job = adapter.details(fjordbank, stub, Fixture.answer(Fixture.text("workday-details.json")));

        // Then
        assertThat(job.places())
                .extracting(Place::text)
                .containsExactly("Oslo, Norway", "Bergen, Norway", "Remote, Sweden");
        assertThat(job.company()).isEqualTo("2100 Fjordbank ASA");
        assertThat(job.workplace()).isEqualTo(Workplace.HYBRID);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.description()).isEqualTo("Draw boxes.");
        assertThat(job.postedAt()).isEqualTo("2026-11-23T00:00:00Z");
        assertThat(job.url()).isEqualTo(stub.listed().url());
    }

    @Test
    void companyOfTheSource_goesBeforeTheLegalEntity() throws IOException {
        Board named = new Board("fjordbank.wd5/External", "Fjordbank");
        Outcome outcome = adapter.read(named, Fixture.answer(Fixture.text("workday.json")));
        Stub stub = outcome.listed().stubs().get(0);

        assertThat(stub.listed().company()).isEqualTo("Fjordbank");
        assertThat(adapter.details(named, stub, Fixture.answer(Fixture.text("workday-details.json")))
                        .company())
                .isEqualTo("Fjordbank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/job/x",
                "/admin",
                "/job/../../x",
                "/job//evil.example",
                "/job/a?b",
                "/job/a b"
            })
    void pathThatCouldLeadElsewhere_isNotUsable(String path) throws IOException {
        Outcome outcome =
                read("{\"total\":1,\"jobPostings\":[{\"title\":\"T\",\"externalPath\":\"" + path + "\"}]}", 0);

        assertThat(outcome.reason()).isEqualTo("1 unusable, first: no usable path");
    }

    @Test
    void nameOfASite_isTenantAndPodInLowerCaseAndTheSiteAsItStands() {
        assertThat(adapter.boardName(" FjordBank.WD5/External_Careers ")).isEqualTo("fjordbank.wd5/External_Careers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "fjordbank", "fjordbank/External", "fjordbank.wd5", "fjordbank.wd5/", "fjordbank.evil/x",
                "fjordbank.wd5/a/b", "fjordbank.wd5/..", "a.b.wd5/x", "fjordbank.wd5/x?y", "fjordbank.wd5/x#y",
                        "f@x.wd5/x"
            })
    void nameThatIsNoSite_isRefused(String name) {
        assertThatThrownBy(() -> adapter.boardName(name)).isInstanceOf(InvalidBoard.class);
    }

    private Outcome read(String body, int page) throws IOException {
        return adapter.read(fjordbank, Fixture.answer(body, page));
    }

    private static String page(int rows, int total) {
        StringBuilder page = new StringBuilder("{\"total\":" + total + ",\"jobPostings\":[");
        for (int i = 0; i < rows; i++) {
            page.append(i == 0 ? "" : ",")
                    .append("{\"title\":\"T\",\"externalPath\":\"/job/Oslo/T_JR" + i + "\",\"bulletFields\":[]}");
        }
        return page.append("]}").toString();
    }
}
