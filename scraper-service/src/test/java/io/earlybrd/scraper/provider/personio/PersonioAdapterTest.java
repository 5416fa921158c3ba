package io.earlybrd.scraper.provider.personio;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class PersonioAdapterTest {

    private final PersonioAdapter adapter = new PersonioAdapter("https://{board}.jobs.personio.de");
    private final Board nordwind = new Board("nordwind", null);

    @Test
    void board_isAskedForInEnglish() {
        assertThat(adapter.request(nordwind).uri())
                .isEqualTo(URI.create("https://nordwind.jobs.personio.de/xml?language=en"));
    }

    @Test
    void recordedShape_isReadInFull() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("personio.xml"));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        Posting job = outcome.postings().get(0);
        assertThat(job.externalId()).isEqualTo("1834001");
        assertThat(job.title()).isEqualTo("Staff Engineer, Wind & Weather");
        assertThat(job.company()).isEqualTo("Nordwind SE & Co. KG");
        assertThat(job.places()).extracting(Place::text).containsExactly("Munich", "Berlin", "Berlin (Remote)");
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.description()).isEqualTo("""
                Your & our tasks

                Read the wind.

                Your profile

                - Java & Kafka""");
        assertThat(job.url()).isEqualTo(URI.create("https://nordwind.jobs.personio.de/job/1834001"));
        assertThat(job.postedAt()).isEqualTo("2026-11-13T14:10:41Z");
    }

    @Test
    void positionWithoutTexts_isReadToo() throws IOException {
        Posting job = read(Fixture.text("personio.xml")).postings().get(1);

        assertThat(job.description()).isEmpty();
        assertThat(job.company()).isEqualTo("nordwind");
        assertThat(job.employmentType()).isEqualTo(EmploymentType.INTERNSHIP);
    }

    @Test
    void companyOfTheSource_goesBeforeTheLegalEntity() throws IOException {
        Outcome outcome = adapter.read(new Board("nordwind", "Nordwind"), Fixture.answer(Fixture.text("personio.xml")));

        assertThat(outcome.postings()).extracting(Posting::company).containsOnly("Nordwind");
    }

    @Test
    @Tag("S3")
    void faultInTheMiddle_leavesThePositionsBefore() throws IOException {
        Outcome outcome =
                read(Fixture.text("personio.xml").replace("<office>Munich</office>\n    <name>W", "<office><name>W"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTIAL);
        assertThat(outcome.wholeList()).isFalse();
        assertThat(outcome.reason()).isEqualTo("malformed XML");
        assertThat(outcome.postings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE workzag-jobs [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE workzag-jobs [<!ENTITY a \"ha\"><!ENTITY x \"&a;&a;\">]>",
                "<!DOCTYPE workzag-jobs SYSTEM \"http://127.0.0.1/x.dtd\">"
            })
    @Tag("S16")
    void documentTypeAndItsEntities_areRefused(String type) throws IOException {
        String document = type + "<workzag-jobs><position><id>1</id><name>&x;</name></position></workzag-jobs>";

        assertThat(read(document).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../1", "1?x", "1 2"})
    void idThatIsNoPartOfAnAddress_isNotUsable(String id) throws IOException {
        String document = "<workzag-jobs><position><id>" + id + "</id><name>T</name></position></workzag-jobs>";

        assertThat(read(document).reason()).isEqualTo("1 unusable, first: no usable id");
    }

    private Outcome read(String document) throws IOException {
        return adapter.read(nordwind, Fixture.answer(document));
    }
}
