package io.earlybrd.scraper.provider.arbeitnow;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Attribution;
import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S1")
class ArbeitnowAdapterTest {

    private static final Board BOARD = new Board("all", null);

    private final ArbeitnowAdapter adapter = new ArbeitnowAdapter(URI.create("https://arbeitnow.example"));

    @Test
    void job_isRead() throws IOException {
        Posting job = read(Fixture.text("arbeitnow.json"), 0).postings().get(0);

        assertThat(job.externalId()).isEqualTo("schweisser-hafenwerk-hamburg-100001");
        assertThat(job.title()).isEqualTo("Schweißer (m/w/d)");
        assertThat(job.company()).isEqualTo("Hafenwerk GmbH");
        assertThat(job.places()).extracting(Place::text).containsExactly("Hamburg");
        assertThat(job.workplace())
                .as("not remote says neither office nor hybrid")
                .isNull();
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.description()).isEqualTo("Schweißen am Hafen.");
        assertThat(job.postedAt()).isEqualTo(Instant.ofEpochSecond(1_786_000_000));
        assertThat(job.attribution()).isEqualTo(new Attribution("Arbeitnow", job.url()));
    }

    @Test
    void remoteJobWithoutAType_hasNone() throws IOException {
        Posting job = read(Fixture.text("arbeitnow.json"), 0).postings().get(1);

        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.employmentType()).isNull();
    }

    @Test
    void furtherPage_isAskedForAtTheConfiguredAddressWhateverTheLinkSays() throws IOException {
        // Given
        String list =
                Fixture.text("arbeitnow.json").replace("\"next\": null", "\"next\": \"https://evil.example/page\"");

        // Then
        assertThat(read(list, 0).listed().next())
                .extracting(BoardRequest::uri)
                .containsExactly(URI.create("https://arbeitnow.example/api/job-board-api?page=2"));
        assertThat(read(list, 1).listed().next())
                .extracting(BoardRequest::uri)
                .containsExactly(URI.create("https://arbeitnow.example/api/job-board-api?page=3"));
    }

    @Test
    void lastPage_endsTheListOfAllJobs() throws IOException {
        assertThat(read(Fixture.text("arbeitnow.json"), 4).listed().next()).isEmpty();
        assertThat(adapter.coverage()).isEqualTo(Coverage.ALL_OPEN_JOBS);
    }

    private Outcome read(String body, int before) throws IOException {
        return adapter.read(BOARD, Fixture.answer(body, before));
    }
}
