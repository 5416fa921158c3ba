package io.earlybrd.scraper.provider.ashby;

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
class AshbyAdapterTest {

    private final AshbyAdapter adapter = new AshbyAdapter(URI.create("https://api.ashbyhq.com"));
    private final Board halden = new Board("Halden Works", null);

    @Test
    void board_isAskedForWithItsPayAndTheBlanksOfItsNameEscaped() {
        assertThat(adapter.request(halden).uri())
                .isEqualTo(URI.create(
                        "https://api.ashbyhq.com/posting-api/job-board/Halden%20Works?includeCompensation=true"));
    }

    @Test
    void recordedShape_isReadInFull() throws IOException {
        // When
        Outcome outcome = read();

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        Posting job = outcome.postings().get(0);
        assertThat(job.externalId()).isEqualTo("4a1f8d0e-6f0b-4f0c-9d0e-2b9b5d7c1a01");
        assertThat(job.title()).isEqualTo("Security Engineer, Cloud");
        assertThat(job.company()).isEqualTo("Halden Works");
        assertThat(job.places()).extracting(Place::text).containsExactly("Lisbon (HQ)", "Remote (Canada)", "Porto");
        assertThat(job.places()).extracting(Place::country).startsWith(Optional.of("PT"), Optional.of("CA"));
        assertThat(job.places().get(0).city()).contains("Lisbon");
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(7_000_000L), Optional.of(9_000_000L), "EUR", "year"));
        assertThat(job.description()).isEqualTo("About Halden\n\nWe keep clouds safe.");
        assertThat(job.url())
                .isEqualTo(URI.create("https://jobs.ashbyhq.com/Halden%20Works/4a1f8d0e-6f0b-4f0c-9d0e-2b9b5d7c1a01"));
        assertThat(job.postedAt()).isEqualTo("2026-10-30T16:47:27.463Z");
    }

    @Test
    void remoteBesideAHybridWorkplace_isHybrid() throws IOException {
        assertThat(read().postings())
                .extracting(Posting::workplace)
                .containsExactly(Workplace.HYBRID, Workplace.REMOTE, null);
    }

    @Test
    void addressBesideARemotePlace_isTheEmployersAndNotTheJobs() throws IOException {
        Place place = read().postings().get(1).places().get(0);

        assertThat(place.text()).isEqualTo("Remote");
        assertThat(place.city()).isEmpty();
        assertThat(place.country()).contains("US");
    }

    @Test
    void payOfSeveralTiers_isTheRangeOfAll() throws IOException {
        assertThat(read().postings().get(1).salary())
                .isEqualTo(new Salary(Optional.of(3_500L), Optional.of(5_550L), "USD", "hour"));
    }

    @Test
    void payThatTheEmployerDoesNotShow_isNotPassedOn() throws IOException {
        assertThat(read().postings().get(2).salary()).isNull();
    }

    @Test
    void plainDescription_keepsItsLinesAndItsBrackets() throws IOException {
        assertThat(read().postings().get(1).description()).isEqualTo("Count <everything>.\nTwice.");
    }

    @Test
    void unlistedJob_isLeftOut() throws IOException {
        assertThat(read().postings()).hasSize(3).extracting(Posting::title).doesNotContain("Confidential Successor");
    }

    @Test
    void nameOfABoard_keepsItsCaseAndItsBlanks() {
        assertThat(adapter.boardName(" Forward%20Financing ")).isEqualTo("Forward Financing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a..b", "a?b", "a%2e", "a%20%20/"})
    void nameThatIsNoBoard_isRefused(String name) {
        assertThatThrownBy(() -> adapter.boardName(name)).isInstanceOf(InvalidBoard.class);
    }

    private Outcome read() throws IOException {
        return adapter.read(halden, Fixture.answer(Fixture.text("ashby.json")));
    }
}
