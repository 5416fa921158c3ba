package io.earlybrd.scraper.provider.bamboohr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Board;
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

@Tag("S1")
class BambooHrAdapterTest {

    private final BambooHrAdapter adapter = new BambooHrAdapter("https://{board}.bamboohr.com");
    private final Board harborLaw = new Board("harborlaw", "Harbor Law");

    @Test
    void board_isAskedForAtItsOwnHost() {
        assertThat(adapter.request(harborLaw).uri())
                .isEqualTo(URI.create("https://harborlaw.bamboohr.com/careers/list"));
    }

    @Test
    void recordedShape_isListedWithTheAddressesOfItsDetails() throws IOException {
        // When
        Outcome outcome = read();

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.listed().total()).isEqualTo(OptionalInt.of(3));
        Stub stub = outcome.listed().stubs().get(1);
        assertThat(stub.details().uri()).isEqualTo(URI.create("https://harborlaw.bamboohr.com/careers/87/detail"));
        Posting job = stub.listed();
        assertThat(job.title()).isEqualTo("Marketing & Social Media Intern");
        assertThat(job.company()).isEqualTo("Harbor Law");
        assertThat(job.places())
                .containsExactly(new Place(
                        "Toronto, Ontario, Canada", Optional.of("Toronto"), Optional.of("Ontario"), Optional.of("CA")));
        assertThat(job.workplace()).isEqualTo(Workplace.HYBRID);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.INTERNSHIP);
        assertThat(job.url()).isEqualTo(URI.create("https://harborlaw.bamboohr.com/careers/87"));
        assertThat(job.postedAt()).isNull();
    }

    @Test
    void workplaceThatNobodyChose_staysUnknown() throws IOException {
        assertThat(read().listed().stubs())
                .extracting(stub -> stub.listed().workplace())
                .containsExactly(null, Workplace.HYBRID, Workplace.REMOTE);
    }

    @Test
    void jobWithoutAnyPlace_hasNone() throws IOException {
        assertThat(read().listed().stubs().get(2).listed().places()).isEmpty();
    }

    @Test
    void details_addTextAndTime() throws IOException {
        // Given
        Stub stub = read().listed().stubs().get(0);

        // When
        Posting job = adapter.details(harborLaw, stub, Fixture.answer(Fixture.text("bamboohr-details.json")));

        // Then
        assertThat(job.description()).isEqualTo("Read contracts.\n\nCompensation\n$28 - $32 / hour");
        assertThat(job.postedAt()).isEqualTo("2026-09-14T00:00:00Z");
        assertThat(job.seniority()).isEqualTo(Seniority.MID);
        assertThat(job.places()).extracting(Place::country).containsExactly(Optional.of("US"));
        assertThat(job.url()).isEqualTo(stub.listed().url());
    }

    private Outcome read() throws IOException {
        return adapter.read(harborLaw, Fixture.answer(Fixture.text("bamboohr.json")));
    }
}
