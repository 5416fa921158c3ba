package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.HostilePosting;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which listings are one job, and above all which are not. */
@Tag("S8")
class FoldingTest {

    private static final String TEXT = Texts.of(1, 200);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Welder           | Oslo                | Welder            | Bergen
                    Welder           | Oslo                | Welder            | Oslo
                    Welder - Oslo    | Oslo, Norway        | Welder - Bergen   | Bergen, Norway
                    Welder (Oslo)    | Oslo                | Welder (m/w/d)    | Bergen
                    Welder, New York | New York, NY        | WELDER            | Remote
                    """)
    void sameTextOfOneCompany_isOneJobWhereverItIs(String title, String place, String otherTitle, String otherPlace) {
        assertThat(onOneBoard(
                        posting("1", title, place, TEXT + " We are in " + place + "."),
                        posting("2", otherTitle, otherPlace, TEXT + " We are in " + otherPlace + ".")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Welder       | Fitter
                    Welder       | Senior welder
                    Engineer I   | Engineer II
                    C++ engineer | C# engineer
                    C engineer   | C++ engineer
                    Nurse, night | Nurse, day
                    Nurse - Paris | Nurse - Payroll
                    """)
    void sameTextUnderAnotherTitle_isTwoJobs(String title, String other) {
        assertThat(onOneBoard(posting("1", title, "Oslo", TEXT), posting("2", other, "Oslo", TEXT)))
                .isEqualTo(2);
    }

    @Test
    void otherTextUnderTheSameTitle_isTwoJobs() {
        assertThat(onOneBoard(
                        posting("1", "Welder", "Oslo", TEXT),
                        posting("2", "Welder", "Bergen", Texts.of(2, 200)),
                        posting("3", "Welder", "Voss", Texts.of(1, 150) + " " + Texts.of(2, 50))))
                .isEqualTo(3);
    }

    @Test
    void copiesWithoutEnd_areNotOneJobWithoutEnd() {
        // Given
        Posting[] copies = IntStream.rangeClosed(0, FoldedJob.MOST_POSTINGS)
                .mapToObj(i -> posting("" + i, "Welder", "Oslo", TEXT))
                .toArray(Posting[]::new);

        // Then
        assertThat(onOneBoard(copies)).isEqualTo(2);
    }

    @Test
    void nearlySameText_isOneJobInTwoPlacesAndTwoInOne() {
        // Given
        String changed = TEXT + " Apply today";

        // Then
        assertThat(onOneBoard(posting("1", "Welder", "Oslo", TEXT), posting("2", "Welder", "Bergen", changed)))
                .as("two cities")
                .isEqualTo(1);
        assertThat(onOneBoard(posting("1", "Welder", "Oslo", TEXT), posting("2", "Welder", "Oslo", changed)))
                .as("whoever lists two for one place has two")
                .isEqualTo(2);
        assertThat(onTwo(posting("1", "Welder", "Oslo", TEXT), posting("2", "Welder", "Oslo, Norway", changed)))
                .as("one place on two sources")
                .isEqualTo(1);
        assertThat(onTwo(posting("1", "Welder", "Oslo", TEXT), posting("2", "Welder", "Bergen", changed)))
                .as("two places on two sources")
                .isEqualTo(2);
    }

    @Test
    void openingThatItsSourceSaysIsOne_isOneJobInTwoPlacesWhateverTheTextsSay() {
        // Given
        Posting oslo = of("77", "1", "Welder", "Oslo", 1);
        Posting bergen = of("77", "2", "Welder", "Bergen", 2);

        // Then
        assertThat(onOneBoard(oslo, bergen)).isEqualTo(1);
        assertThat(onOneBoard(oslo, of("77", "2", "Fitter", "Bergen", 2)))
                .as("another title")
                .isEqualTo(2);
        assertThat(onOneBoard(oslo, of("77", "2", "Welder", "Oslo, Norway", 2)))
                .as("the same place")
                .isEqualTo(2);
        assertThat(onOneBoard(oslo, of("78", "2", "Welder", "Bergen", 2)))
                .as("another opening")
                .isEqualTo(2);
        assertThat(onOneBoard(of("", "1", "Welder", "Oslo", 1), of("", "2", "Welder", "Bergen", 2)))
                .as("nothing is said")
                .isEqualTo(2);
        assertThat(onTwo(oslo, of("77", "2", "Welder", "Oslo", 2)))
                .as("another source counts for itself")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0", "12", "19"})
    void textThatSaysNothing_isNoReason(int words) {
        String text = Texts.of(3, words);

        assertThat(onOneBoard(posting("1", "Welder", "Oslo", text), posting("2", "Welder", "Bergen", text)))
                .isEqualTo(2);
    }

    @Test
    void sameTextByAnAgency_isOneJobInOnePlaceOnly() {
        // Given
        Posting employers = posting("1", "Welder", "Oslo", TEXT);
        Posting agencys = Texts.draft("2", "Kestrel Staffing", "Welder", "Oslo, Norway", TEXT)
                .posting();
        Posting chains =
                Texts.draft("3", "Oakline Bergen", "Welder", "Bergen", TEXT).posting();
        Posting nowhere =
                Texts.draft("4", "Oakline Franchise", "Welder", "", TEXT).posting();

        // Then
        assertThat(onTwo(employers, agencys)).isEqualTo(1);
        assertThat(onTwo(employers, chains)).isEqualTo(2);
        assertThat(onTwo(employers, nowhere)).isEqualTo(2);
    }

    @Test
    void onePageOnTwoSources_isOneJobUnlessItIsThePageOfAllJobs() {
        // Given
        Posting own = at("https://careers.example/jobs/41234?gh_jid=41234", "Welder");

        // Then
        assertThat(onTwo(own, at("https://www.careers.example/jobs/41234/?gh_jid=41234&utm_source=x", "Welder")))
                .isEqualTo(1);
        assertThat(onTwo(own, at("https://careers.example/jobs/41234?gh_jid=41235", "Welder")))
                .as("another number")
                .isEqualTo(2);
        assertThat(onTwo(own, at("https://careers.example/jobs/41234?gh_jid=41234", "Fitter")))
                .as("the page is used again")
                .isEqualTo(2);
        assertThat(onTwo(at("https://careers.example/jobs", "Welder"), at("https://careers.example/jobs", "Welder")))
                .as("page of all jobs")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbsp-dup", "case-dup", "utm-dup", "frag-dup"})
    void recordedCopy_isTheJobThatItDisguises(String id) throws IOException {
        // Given
        ObjectNode given = HostilePosting.recorded()
                .filter(hostile -> hostile.id().equals(id))
                .map(HostilePosting::posting)
                .findFirst()
                .orElseThrow();
        String page = given.path("url").asText().replace("/1", "/4711");

        // When
        Posting copy = Texts.draft("2", "Acme", given.path("title").asText(), "Berlin", "A job.")
                .url(page)
                .posting();
        Posting plain = Texts.draft("1", "Acme", "Software Engineer", "Berlin", "A longer text of this job.")
                .url("https://jobs.example.com/4711")
                .posting();

        // Then
        assertThat(onTwo(plain, copy)).isEqualTo(1);
    }

    @Test
    void openingOfThreeHundredPlaces_isAsManyJobsAsItsPlacesNeed() {
        List<Posting> postings = IntStream.range(0, 300)
                .mapToObj(i -> posting("" + i, "Welder", "City" + i, TEXT))
                .toList();

        assertThat(new Folds().read("board", true, postings).jobs()).isEqualTo(2);
    }

    private static int onOneBoard(Posting... postings) {
        return new Folds().read("board", true, List.of(postings)).jobs();
    }

    private static int onTwo(Posting own, Posting copy) {
        return new Folds()
                .read("board", true, List.of(own))
                .read("feed", false, List.of(copy))
                .jobs();
    }

    private static Posting posting(String id, String title, String place, String text) {
        return Texts.draft(id, "Oakline", title, place, text).posting();
    }

    private static Posting of(String opening, String id, String title, String place, int text) {
        return Texts.draft(id, "Oakline", title, place, Texts.of(text, 200))
                .opening(opening)
                .posting();
    }

    private static Posting at(String url, String title) {
        return Texts.draft(url, "Oakline", title, "Oslo", "Weld.").url(url).posting();
    }
}
