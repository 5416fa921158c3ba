package io.earlybrd.scraper.provider.workable;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S1")
class WorkableAdapterTest {

    private final WorkableAdapter adapter = new WorkableAdapter(URI.create("https://apply.workable.com"));
    private final Board quillmark = new Board("quillmark", null);

    @Test
    void account_isAskedForWithItsDescriptions() {
        assertThat(adapter.request(quillmark).uri())
                .isEqualTo(URI.create("https://apply.workable.com/api/v1/widget/accounts/quillmark?details=true"));
    }

    @Test
    void nameThatBeginsWithADash_isOneOfAnAccount() {
        assertThat(adapter.boardName("-our-home")).isEqualTo("-our-home");
    }

    @Test
    void jobThatIsListedForEachCountry_isOneWithAllPlaces() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("workable.json"));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.postings()).extracting(Posting::externalId).containsExactly("AB12CD34EF", "0099FFEEDD");
        Posting job = outcome.postings().get(0);
        assertThat(job.title()).isEqualTo("Business Analyst - Spanish Speaking");
        assertThat(job.company()).isEqualTo("Quillmark");
        assertThat(job.places()).extracting(Place::text).containsExactly("Spain", "Portugal");
        assertThat(job.places()).extracting(Place::country).containsExactly(Optional.of("ES"), Optional.of("PT"));
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.description()).isEqualTo("Ask questions.\n\nRequirements\n\n- Curiosity");
        assertThat(job.url()).isEqualTo(URI.create("https://apply.workable.com/j/AB12CD34EF"));
        assertThat(job.postedAt()).isEqualTo("2026-08-05T00:00:00Z");
    }

    @Test
    void jobWithoutAListOfPlaces_hasThePlaceOfItsOwnMembers() throws IOException {
        Posting job = read(Fixture.text("workable.json")).postings().get(1);

        assertThat(job.places())
                .containsExactly(new Place(
                        "Portland, Oregon, United States",
                        Optional.of("Portland"),
                        Optional.of("Oregon"),
                        Optional.of("US")));
        assertThat(job.workplace()).isNull();
        assertThat(job.employmentType()).isNull();
    }

    @Test
    @Tag("S12")
    void answerThatBreaksOff_keepsWhatCameBefore() throws IOException {
        String whole = Fixture.text("workable.json");

        Outcome outcome = read(whole.substring(0, whole.indexOf("Bookbinder")));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTIAL);
        assertThat(outcome.wholeList()).isFalse();
        assertThat(outcome.postings()).extracting(Posting::externalId).containsExactly("AB12CD34EF");
    }

    private Outcome read(String body) throws IOException {
        return adapter.read(quillmark, Fixture.answer(body));
    }
}
