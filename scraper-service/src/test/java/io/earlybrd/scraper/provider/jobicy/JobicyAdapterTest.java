package io.earlybrd.scraper.provider.jobicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Attribution;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
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
class JobicyAdapterTest {

    private static final Board BOARD = new Board("all", null);

    private final JobicyAdapter adapter = new JobicyAdapter(URI.create("https://jobicy.example"));

    @Test
    void job_isReadWithoutEntities() throws IOException {
        Posting job = jobs().get(0);

        assertThat(job.externalId()).isEqualTo("900121");
        assertThat(job.title()).isEqualTo("Bridge Engineer – Steel & Rope");
        assertThat(job.places()).extracting(Place::text).containsExactly("APAC", "EMEA");
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.seniority()).isEqualTo(Seniority.MID);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(5_000L), Optional.of(7_000L), "EUR", "hour"));
        assertThat(job.postedAt()).isEqualTo(Instant.parse("2026-08-03T10:21:24Z"));
    }

    @Test
    void jobWithoutPayAndDescription_hasWhatThereIs() throws IOException {
        Posting job = jobs().get(1);

        assertThat(job.salary()).isNull();
        assertThat(job.description()).isEqualTo("Take the toll.");
    }

    @Test
    void eachJob_namesJobicyAndLinksThere() throws IOException {
        assertThat(jobs())
                .allSatisfy(job -> assertThat(job.attribution()).isEqualTo(new Attribution("Jobicy", job.url())));
    }

    private List<Posting> jobs() throws IOException {
        return adapter.read(BOARD, Fixture.answer(Fixture.text("jobicy.json"))).postings();
    }
}
