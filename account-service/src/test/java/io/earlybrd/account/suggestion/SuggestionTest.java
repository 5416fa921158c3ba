package io.earlybrd.account.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.ScraperAnswers;
import io.earlybrd.account.testing.WebPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A subscriber misses an employer. */
@AccountTest
@Tag("S18")
class SuggestionTest {

    private static final String SUGGESTIONS = "/api/suggestions";

    private Person alice;

    @BeforeEach
    void subscribe() {
        alice = Person.subscribed("Alice");
        ScraperAnswers.hasSuggestions();
    }

    @Test
    void page_saysWhatBecameOfEachSuggestion() {
        // When
        WebPage page = alice.browser().get("/suggestions");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Fjord <b> Bank", "We look at it")
                .contains("harbour.example/join", "The page could not be read now.")
                .contains("Watched since")
                .contains("Not watched", "We found no job board on this page.");
        assertThat(page.document().select("main b b")).as("markup of others").isEmpty();
        assertThat(page.document().select("footer a[href=/suggestions]")).hasSize(1);
    }

    @Test
    void suggestion_isSentInTheSubscribersName() {
        // Given
        Neighbours.answer(
                SUGGESTIONS,
                201,
                ScraperAnswers.suggestion(1, "waiting", "https://careers.tallship.example/jobs", "greenhouse", null));
        WebPage.Form form = alice.browser().get("/suggestions").form("/suggestions");

        // When
        WebPage answer = form.set("address", " careers.tallship.example/jobs ").submit();

        // Then
        assertThat(answer.header("Location")).isEqualTo("/suggestions?done=suggestion-sent");
        assertThat(Neighbours.bodies())
                .anySatisfy(body -> assertThat(body)
                        .contains(
                                "\"url\":\"https://careers.tallship.example/jobs\"",
                                alice.id().toString()));
    }

    @Test
    void employerThatIsWatched_isSaidAtOnce() {
        // Given
        Neighbours.answer(
                SUGGESTIONS, 201, ScraperAnswers.suggestion(3, "accepted", "https://a.example/", "lever", null));

        // When
        WebPage answer = suggest("https://a.example/");

        // Then
        ScraperAnswers.hasSuggestions();
        assertThat(answer.follow().text()).contains("We watch this employer already");
    }

    @Test
    void refusal_standsAtTheFieldWithWhatWasTyped() {
        // Given
        Neighbours.answer(
                SUGGESTIONS, 429, ScraperAnswers.problem(429, "You have 5 suggestions that we have not answered yet."));

        // When
        WebPage answer = suggest("a.example/<b>");

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("You have 5 suggestions that we have not answered yet.");
        assertThat(answer.document().select("#address").val()).isEqualTo("a.example/<b>");
    }

    @Test
    void nothingTyped_isSaid() {
        WebPage answer = suggest(" ");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.document().title()).startsWith("Error:");
    }

    @Test
    void scraperThatDoesNotAnswer_losesNothingThatWasTyped() {
        // Given
        Neighbours.breakDown(SUGGESTIONS);

        // When
        WebPage answer = suggest("a.example");

        // Then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("Nothing was sent", "We cannot show them just now");
        assertThat(answer.document().select("#address").val()).isEqualTo("a.example");
        assertThat(alice.browser().get("/suggestions").status()).isEqualTo(200);
    }

    @Test
    void unconfirmedAddress_suggestsNothing() {
        // Given
        Person bob = Person.named("Bob");
        bob.signUp();
        bob.logIn();

        // When
        WebPage answer = bob.browser()
                .get("/suggestions")
                .form("/suggestions")
                .set("address", "only-bob.example")
                .submit();

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Neighbours.bodies()).noneMatch(body -> body.contains("only-bob.example"));
    }

    @Test
    void strangers_areSentToLogInAndBack() {
        assertThat(Browser.open().get("/suggestions").header("Location")).isEqualTo("/login?next=%2Fsuggestions");
    }

    private WebPage suggest(String address) {
        return alice.browser()
                .get("/suggestions")
                .form("/suggestions")
                .set("address", address)
                .submit();
    }
}
