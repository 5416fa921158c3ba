package io.earlybrd.scraper.provider.teamtailor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class TeamtailorAdapterTest {

    private static final URI FEED = URI.create("https://career.saltmarsh.example/jobs.json");

    private final TeamtailorAdapter adapter = new TeamtailorAdapter("https://{board}");
    private final Board saltmarsh = new Board("career.saltmarsh.example", null);

    @Test
    void careerSite_isAskedForAtItsOwnHost() {
        assertThat(adapter.request(saltmarsh).uri()).isEqualTo(FEED);
    }

    @Test
    void recordedShape_isReadInFull() throws IOException {
        // When
        Outcome outcome = read(Fixture.text("teamtailor.json"));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        Posting job = outcome.postings().get(0);
        assertThat(job.externalId()).isEqualTo("20fafb7d-0000-4000-8000-000000000001");
        assertThat(job.title()).isEqualTo("Account Executive - Italy (Madrid based)");
        assertThat(job.company()).isEqualTo("Saltmarsh");
        assertThat(job.places())
                .extracting(Place::city)
                .containsExactly(Optional.of("Madrid"), Optional.of("København"));
        assertThat(job.places())
                .extracting(Place::region)
                .as("the continent is none")
                .containsOnly(Optional.empty());
        assertThat(job.places()).extracting(Place::country).containsExactly(Optional.of("ES"), Optional.of("DK"));
        assertThat(job.description()).isEqualTo("Sell salt.");
        assertThat(job.url())
                .isEqualTo(URI.create("https://career.saltmarsh.example/jobs/7160001-account-executive-italy"));
        assertThat(job.postedAt()).isEqualTo("2026-02-04T08:26:20Z");
    }

    @Test
    void itemWithoutADescriptionInItsPosting_hasTheOneOfTheFeed() throws IOException {
        Posting job = read(Fixture.text("teamtailor.json")).postings().get(1);

        assertThat(job.description()).isEqualTo("Taste.");
        assertThat(job.company()).isEqualTo("Saltmarsh Labs");
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
    }

    @Test
    void feedThatGoesOn_namesItsNextPage() throws IOException {
        assertThat(read(next("/jobs.json?page=2")).listed().next())
                .extracting(BoardRequest::uri)
                .containsExactly(URI.create("https://career.saltmarsh.example/jobs.json?page=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/jobs.json", "http://career.saltmarsh.example/jobs.json", "//x", ":"})
    @Tag("S12")
    void feedThatGoesOnElsewhere_isNotFollowedAndNotWhole(String next) throws IOException {
        Outcome outcome = read(next(next));

        assertThat(outcome.listed().next()).isEmpty();
        assertThat(outcome.wholeList()).isFalse();
        assertThat(outcome.postings()).hasSize(2);
        assertThat(outcome.reason()).isEqualTo("the list goes on elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"career.example.com", " Career.Example.COM ", "acme.teamtailor.com", "acme.na.teamtailor.com"})
    void publicHost_isACareerSite(String host) {
        assertThat(adapter.boardName(host)).isEqualTo(host.strip().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.1",
                "0x7f.1",
                "[::1]",
                "a@b.example",
                "career.example.com:8443",
                "career.example.com/jobs",
                "https://career.example.com",
                "a b.example",
                "-",
                "a..example"
            })
    void nameThatIsNoPublicHost_isRefused(String name) {
        assertThatThrownBy(() -> adapter.boardName(name)).isInstanceOf(InvalidBoard.class);
    }

    private static String next(String address) {
        return Fixture.text("teamtailor.json")
                .replace("\"title\": \"Saltmarsh\",", "\"title\": \"Saltmarsh\", \"next_url\": \"" + address + "\",");
    }

    private Outcome read(String body) throws IOException {
        return adapter.read(saltmarsh, new Answer(FEED, "application/feed+json", Fixture.body(body)));
    }
}
