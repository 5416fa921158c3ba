package io.earlybrd.scraper.suggestion;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What subscribers suggest, from their address to the source. */
@ServiceTest
@Tag("S18")
class SuggestionResourceTest {

    private static final String SUGGESTIONS = "/api/suggestions";

    private final UUID alice = UUID.randomUUID();
    private final Board board = Boards.open();
    private final StubSite site = StubSite.start();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void suggestion_isDetectedAndWaitsWithoutBeingPolled() {
        // When
        suggest(alice, boardUrl(board))
                .statusCode(201)
                .body("provider", equalTo("greenhouse"))
                .body("board", equalTo(board.name()))
                .body("state", equalTo("waiting"));

        // Then
        list("subscriberId=" + alice).body("$", hasSize(1));
        list("subscriberId=" + UUID.randomUUID()).body("$", hasSize(0));
        assertThat(SCRAPER.number("select count(*) from source where board = ?", board.name()))
                .isZero();
        assertThat(Boards.requests(board)).isZero();
    }

    @Test
    void acceptedSuggestion_isASourceForAllWhoSuggestedIt() {
        // Given
        UUID bob = UUID.randomUUID();
        site.page(
                "/careers",
                "<html><meta property='og:site_name' content='Fjord Bank'><a href='" + boardUrl(board)
                        + "'>Jobs</a></html>");
        String id = suggest(alice, address("/careers"))
                .statusCode(201)
                .body("company", equalTo("Fjord Bank"))
                .extract()
                .path("id");
        suggest(bob, boardUrl(board)).statusCode(201);

        // When
        decide(id, "accept", Map.of()).statusCode(200).body("state", equalTo("accepted"));

        // Then
        list("subscriberId=" + bob).body("[0].state", equalTo("accepted"));
        assertThat(SCRAPER.text("select company from source where board = ?", board.name()))
                .isEqualTo("Fjord Bank");
    }

    @Test
    void decisionThatIsSentAgain_isAnsweredAsTheFirstTime() {
        // Given
        UUID bob = UUID.randomUUID();
        String id = suggest(alice, boardUrl(board)).extract().path("id");
        suggest(bob, boardUrl(board) + "/jobs/1").statusCode(201);
        String other = suggest(alice, boardUrl(Boards.open())).extract().path("id");

        // When
        for (int i = 0; i < 2; i++) {
            decide(id, "accept", Map.of("company", "Fjord Bank"))
                    .statusCode(200)
                    .body("subscriberId", equalTo(alice.toString()))
                    .body("company", equalTo("Fjord Bank"))
                    .body("alike.subscriberId", contains(bob.toString()))
                    .body("alike[0].company", equalTo("Fjord Bank"));
            decide(other, "reject", Map.of("reason", "This is an agency."))
                    .statusCode(200)
                    .body("reason", equalTo("This is an agency."))
                    .body("alike", hasSize(0));
        }

        // Then
        decide(id, "reject", Map.of("reason", "Changed my mind.")).statusCode(409);
        decide(other, "accept", Map.of()).statusCode(409);
    }

    @Test
    void employerThatIsWatched_isAnsweredAtOnce() {
        // Given
        TestSource.greenhouse(board);

        // When
        suggest(alice, boardUrl(board))
                .statusCode(201)
                .body("state", equalTo("accepted"))
                .body("reason", equalTo("We watch this employer already."));
    }

    @Test
    void sourceThatIsSwitchedOff_isSwitchedOnWhenASuggestionIsAccepted() {
        // Given
        TestSource source = TestSource.greenhouse(board).crawled();
        String disable = "/api/sources/" + source.id() + "/disable";
        TestSource.call("POST", disable).post(disable).then().statusCode(200);
        String id = suggest(alice, boardUrl(board))
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");

        // When
        decide(id, "accept", Map.of("company", "Fjord Bank")).statusCode(200);

        // Then
        assertThat(source.column("disabled_at")).isNull();
        assertThat(source.column("company")).isEqualTo("Fjord Bank");
    }

    @Test
    void rejectedSuggestion_saysWhy() {
        // Given
        String id = suggest(alice, boardUrl(board)).extract().path("id");

        // When
        decide(id, "reject", Map.of()).statusCode(400);
        decide(id, "reject", Map.of("reason", "This is an agency.")).statusCode(200);

        // Then
        list("subscriberId=" + alice)
                .body("[0].state", equalTo("rejected"))
                .body("[0].reason", equalTo("This is an agency."));
    }

    @Test
    void pageThatNamesNoBoard_isAnsweredAtOnce() {
        site.page("/about", "<html><p>We are a bank.</p></html>");

        suggest(alice, address("/about"))
                .statusCode(201)
                .body("state", equalTo("rejected"))
                .body("reason", containsString("no job board"));
    }

    @Test
    void pageThatCannotBeRead_waitsForAPersonWhoMayKnowABetterAddress() {
        // Given
        site.on("/careers", exchange -> exchange.sendResponseHeaders(403, -1));
        String id = suggest(alice, address("/careers"))
                .statusCode(201)
                .body("state", equalTo("waiting"))
                .body("provider", nullValue())
                .extract()
                .path("id");

        site.page("/about", "<html><p>We are a bank.</p></html>");

        // When
        decide(id, "accept", Map.of()).statusCode(422);
        decide(id, "accept", Map.of("url", address("/about")))
                .statusCode(422)
                .body("detail", containsString("no job board"));
        decide(id, "accept", Map.of("url", boardUrl(board)))
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("board", equalTo(board.name()));
    }

    @Test
    void subscriberWhoSuggestsMuch_isAskedToWait() {
        // Given
        List<String> urls =
                IntStream.range(0, 8).mapToObj(i -> boardUrl(board) + "-" + i).toList();

        // When
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        urls.forEach(url -> answers.add(CompletableFuture.supplyAsync(
                () -> suggest(alice, url).extract().statusCode())));

        // Then
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .filteredOn(status -> status == 201)
                .hasSize(5);
        suggest(alice, boardUrl(board)).statusCode(429).body("detail", containsString("5 suggestions"));
        suggest(UUID.randomUUID(), boardUrl(board)).statusCode(201);
        assertThat(SCRAPER.number("select count(*) from suggestion where subscriber_id = ?", alice))
                .isEqualTo(5);
    }

    @Test
    void sameAddressAgain_isTheSameSuggestion() {
        suggest(alice, boardUrl(board)).statusCode(201);
        suggest(alice, boardUrl(board)).statusCode(200);

        list("subscriberId=" + alice).body("$", hasSize(1));
    }

    @Test
    void pagesOfOneSite_areLookedAtAFewTimesADay() {
        // Given
        site.page("/about", "<html></html>");
        String page = "http://localhost:" + site.port() + "/about?";
        IntStream.range(0, 10).forEach(i -> suggest(UUID.randomUUID(), page + i).statusCode(201));

        // When
        suggest(alice, page + "more").statusCode(429);

        // Then
        assertThat(site.targets()).contains("/about?9").doesNotContain("/about?more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\":\"https://jobs.lever.co/fjordbank\"}",
                "{\"subscriberId\":\"018f0000-0000-7000-8000-000000000000\",\"url\":\"http://2130706433/\"}",
                "{\"subscriberId\":\"018f0000-0000-7000-8000-000000000000\",\"url\":\"file:///etc/passwd\"}",
                "{\"subscriberId\":\"nobody\",\"url\":\"https://jobs.lever.co/fjordbank\"}"
            })
    void suggestionThatCannotBe_isRefused(String body) {
        TestSource.call("POST", SUGGESTIONS)
                .contentType(ContentType.JSON)
                .body(body)
                .post(SUGGESTIONS)
                .then()
                .statusCode(400);
    }

    @Test
    @Tag("T40")
    void callWithoutAToken_isRefused() {
        RestAssured.get(SUGGESTIONS).then().statusCode(401);
    }

    private static String boardUrl(Board of) {
        return "https://boards.greenhouse.io/" + of.name();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + site.port() + path;
    }

    private static ValidatableResponse suggest(UUID subscriberId, String url) {
        return TestSource.call("POST", SUGGESTIONS)
                .contentType(ContentType.JSON)
                .body(Map.of("subscriberId", subscriberId.toString(), "url", url))
                .post(SUGGESTIONS)
                .then();
    }

    private static ValidatableResponse decide(String id, String decision, Map<String, String> body) {
        String path = SUGGESTIONS + "/" + id + "/" + decision;
        return TestSource.call("POST", path)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse list(String query) {
        return TestSource.call("GET", SUGGESTIONS)
                .get(SUGGESTIONS + "?" + query)
                .then()
                .statusCode(200);
    }
}
