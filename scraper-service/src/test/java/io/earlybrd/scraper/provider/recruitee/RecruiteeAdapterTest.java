package io.earlybrd.scraper.provider.recruitee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class RecruiteeAdapterTest {

    private final RecruiteeAdapter adapter = new RecruiteeAdapter("https://{board}.recruitee.com");
    private final Board lindqvist = new Board("lindqvist", null);

    @Test
    void board_isAskedForAtItsOwnHost() {
        assertThat(adapter.request(lindqvist).uri())
                .isEqualTo(URI.create("https://lindqvist.recruitee.com/api/offers/"));
    }

    @Test
    void boardBehindOneAddressForAll_isItsFirstPart() {
        assertThat(new RecruiteeAdapter("http://localhost:8090/recruitee")
                        .request(lindqvist)
                        .uri())
                .isEqualTo(URI.create("http://localhost:8090/recruitee/lindqvist/api/offers/"));
    }

    @Test
    void recordedShape_isReadInFull() throws IOException {
        // When
        Outcome outcome = read();

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        Posting job = outcome.postings().get(0);
        assertThat(job.externalId()).isEqualTo("2700001");
        assertThat(job.title()).isEqualTo("(Senior) Accountant (f/m/d)");
        assertThat(job.company()).isEqualTo("Lindqvist");
        assertThat(job.places())
                .containsExactly(
                        new Place("Berlin, Germany", Optional.of("Berlin"), Optional.empty(), Optional.of("DE")),
                        new Place(
                                "Malmö, Skåne, Sweden", Optional.of("Malmö"), Optional.of("Skåne"), Optional.of("SE")));
        assertThat(job.workplace()).isEqualTo(Workplace.HYBRID);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(6_000_000L), Optional.of(7_500_000L), "EUR", "year"));
        assertThat(job.description()).isEqualTo("What you do\n\nClose the books.\n\n- Five years of it");
        assertThat(job.url()).isEqualTo(URI.create("https://jobs.lindqvist.example/o/senior-accountant"));
        assertThat(job.postedAt()).isEqualTo("2026-08-05T10:10:39Z");
    }

    @Test
    void whatIsNotStatedOrNotClear_staysUnknown() throws IOException {
        Posting job = read().postings().get(1);

        assertThat(job.workplace()).as("remote and on site").isNull();
        assertThat(job.salary()).isNull();
        assertThat(job.company()).isEqualTo("lindqvist");
        assertThat(job.employmentType()).isEqualTo(EmploymentType.PART_TIME);
        assertThat(job.places()).extracting(Place::text).containsExactly("Gouda, Netherlands");
        assertThat(job.postedAt()).as("when it was made").isEqualTo("2026-07-02T10:08:28Z");
    }

    @Test
    void offerThatIsNotPublished_isLeftOut() throws IOException {
        assertThat(read().postings())
                .extracting(Posting::title)
                .doesNotContain("Secret")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "evil.example/", "a b", "-a", "a_b", "a@b"})
    void nameThatIsNoPartOfAHost_isRefused(String name) {
        assertThatThrownBy(() -> adapter.boardName(name)).isInstanceOf(InvalidBoard.class);
    }

    @Test
    void nameOfAHost_isInLowerCase() {
        assertThat(adapter.boardName(" LindQvist-AB ")).isEqualTo("lindqvist-ab");
    }

    private Outcome read() throws IOException {
        return adapter.read(lindqvist, Fixture.answer(Fixture.text("recruitee.json")));
    }
}
