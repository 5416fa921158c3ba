package io.earlybrd.scraper.provider.himalayas;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import io.earlybrd.testkit.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S1")
class HimalayasAdapterTest {

    private static final Board BOARD = new Board("all", null);

    private final HimalayasAdapter adapter = new HimalayasAdapter(
            URI.create("https://himalayas.example"), MutableClock.at(Instant.parse("2026-04-01T00:00:00Z")));

    @Test
    void job_isReadWithTheCountriesOneMayWorkFrom() throws IOException {
        Posting job = read(Fixture.text("himalayas.json"), 0).postings().get(0);

        assertThat(job.externalId()).isEqualTo("https://himalayas.app/companies/clay-co/jobs/kiln-engineer-1");
        assertThat(job.company()).isEqualTo("Clay & Co");
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.places()).extracting(Place::country).containsExactly(Optional.of("PH"), Optional.of("US"));
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.seniority()).isEqualTo(Seniority.SENIOR);
        assertThat(job.salary())
                .isEqualTo(new Salary(Optional.of(60_000_000L), Optional.of(66_000_000L), "PHP", "year"));
        assertThat(job.postedAt()).as("seconds").isEqualTo(Instant.ofEpochSecond(1_774_692_665));
        assertThat(job.attribution().name()).isEqualTo("Himalayas");
    }

    @Test
    void companyCalledName_isTakenFromItsAddress() throws IOException {
        assertThat(read(Fixture.text("himalayas.json"), 0).postings().get(1).company())
                .isEqualTo("Second Hand Pots");
    }

    @Test
    void jobThatExpired_isNotListed() throws IOException {
        assertThat(read(Fixture.text("himalayas.json"), 0).postings())
                .extracting(Posting::title)
                .containsExactly("Kiln Engineer", "Glazer");
    }

    @Test
    void fullPage_leadsToTheNextUntilEnoughIsRead() throws IOException {
        // Given
        String page = IntStream.range(0, 20)
                .mapToObj(i -> "{\"title\":\"T\",\"companyName\":\"C\",\"applicationLink\":\"https://a.example/" + i
                        + "\",\"guid\":\"https://a.example/" + i + "\"}")
                .collect(Collectors.joining(",", "{\"totalCount\":95423,\"jobs\":[", "]}"));

        // Then
        assertThat(read(page, 0).listed().next())
                .extracting(BoardRequest::uri)
                .containsExactly(URI.create("https://himalayas.example/jobs/api?limit=20&offset=20"));
        assertThat(read(page, 9).listed().next()).isEmpty();
        assertThat(read(page, 9).wholeList()).isTrue();
        assertThat(adapter.coverage()).isEqualTo(Coverage.NEWEST_JOBS);
    }

    private Outcome read(String body, int before) throws IOException {
        return adapter.read(BOARD, Fixture.answer(body, before));
    }
}
