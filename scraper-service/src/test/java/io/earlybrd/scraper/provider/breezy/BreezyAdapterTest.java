package io.earlybrd.scraper.provider.breezy;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class BreezyAdapterTest {

    private final BreezyAdapter adapter = new BreezyAdapter("https://{board}.breezy.hr");
    private final Board rivet = new Board("rivetworks", null);

    @Test
    void board_isAskedForAtItsOwnHost() {
        assertThat(adapter.request(rivet).uri()).isEqualTo(URI.create("https://rivetworks.breezy.hr/json"));
    }

    @Test
    void documentedShape_isListedWithThePagesOfItsPositions() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("breezy.json"));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        Stub stub = outcome.listed().stubs().get(0);
        assertThat(stub.details().uri())
                .isEqualTo(URI.create("https://rivetworks.breezy.hr/p/9c0ffee0c0de-field-technician"));
        Posting job = stub.listed();
        assertThat(job.externalId()).isEqualTo("9c0ffee0c0de");
        assertThat(job.title()).isEqualTo("Field Technician");
        assertThat(job.company()).isEqualTo("Rivet Works");
        assertThat(job.places()).extracting(Place::text).containsExactly("Phoenix, AZ", "Reno, NV");
        assertThat(job.places()).extracting(Place::country).containsOnly(Optional.of("US"));
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(2_550L), Optional.of(3_100L), "USD", "hour"));
        assertThat(job.workplace()).isNull();
        assertThat(job.postedAt()).isEqualTo("2026-09-14T15:05:38.120Z");
    }

    @Test
    void remotePosition_isRemoteInItsCountry() throws IOException {
        Posting job = read(Fixture.text("breezy.json")).listed().stubs().get(1).listed();

        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.places()).extracting(Place::country).containsExactly(Optional.of("DE"));
        assertThat(job.salary()).isNull();
        assertThat(job.employmentType()).isNull();
    }

    @Test
    void page_addsTheDescriptionAndChangesNothingElse() throws IOException {
        // Given
        Stub stub = read(Fixture.text("breezy.json")).listed().stubs().get(0);

        // When
        Posting job = adapter.details(rivet, stub, Fixture.answer(Fixture.text("breezy-page.html")));

        // Then
        assertThat(job.description()).isEqualTo("Mend pumps.");
        assertThat(job).usingRecursiveComparison().ignoringFields("description").isEqualTo(stub.listed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../admin", "a/b", "a?b"})
    void positionWhosePageCouldBeElsewhere_isNotUsable(String name) throws IOException {
        String list = "[{\"id\":\"1\",\"friendly_id\":\"" + name
                + "\",\"name\":\"T\",\"url\":\"https://rivetworks.breezy.hr/p/1\"}]";

        assertThat(read(list).reason()).isEqualTo("1 unusable, first: no usable id");
    }

    private Outcome read(String body) throws IOException {
        return adapter.read(rivet, Fixture.answer(body));
    }
}
