package io.earlybrd.scraper.source;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.earlybrd.events.SourceChanged;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class SourceResourceTest {

    private static final String SOURCES = "/api/sources";

    private final Board board = Boards.open();

    @Test
    void newSource_isCreatedAndTold() {
        // When
        post(Map.of("provider", "greenhouse", "board", board.name(), "company", " Fjord  Bank "))
                .statusCode(201)
                .body("sourceId", equalTo("greenhouse/" + board.name()))
                .body("company", equalTo("Fjord Bank"))
                .body("health", equalTo("new"));

        // Then
        TestSource.call("GET", SOURCES)
                .get(SOURCES)
                .then()
                .statusCode(200)
                .body("sourceId", hasItem("greenhouse/" + board.name()));
    }

    @Test
    void sourceThatIsThere_isFoundAndItsCompanyMayBeCorrected() {
        // Given
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        post(Map.of("provider", "greenhouse", "board", board.name())).statusCode(200);
        post(Map.of("provider", "greenhouse", "board", board.name(), "company", "Fjordbank"))
                .statusCode(200)
                .body("id", equalTo(source.id().toString()))
                .body("company", equalTo("Fjordbank"));

        // Then
        assertThat(source.told())
                .extracting(SourceChanged::company)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("Fjordbank"));
    }

    @Test
    @Tag("T40")
    void callWithoutAToken_isRefused() {
        RestAssured.get(SOURCES).then().statusCode(401);
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("provider", "greenhouse", "board", board.name()))
                .post(SOURCES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        assertThat(SCRAPER.number("select count(*) from source where board = ?", board.name()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"provider\":",
                "{\"provider\":\"greenhouse\"}",
                "{\"provider\":\"monster\",\"board\":\"x\"}",
                "{\"provider\":\"greenhouse\",\"board\":\"../admin\"}",
                "{\"provider\":\"rss\",\"url\":\"file:///etc/passwd\"}",
                "{\"provider\":\"rss\",\"url\":\"http://user:pass@site.example/\"}",
                "{\"provider\":\"rss\",\"url\":\"http://2130706433/\"}"
            })
    void sourceThatCannotBe_isRefusedWithAReason(String body) {
        TestSource.call("POST", SOURCES)
                .contentType(ContentType.JSON)
                .body(body)
                .post(SOURCES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @Test
    @Tag("S18")
    void addressOfABoard_isEnough() {
        // Given
        String url = "https://job-boards.greenhouse.io/" + board.name();

        // When
        post(Map.of("url", url)).statusCode(201).body("sourceId", equalTo("greenhouse/" + board.name()));

        // Then
        post(Map.of("url", url + "/jobs/1")).statusCode(200).body("board", equalTo(board.name()));
        String inCapitals = url.replace(board.name(), board.name().toUpperCase(Locale.ROOT));
        post(Map.of("url", inCapitals)).statusCode(200).body("board", equalTo(board.name()));
    }

    @Test
    @Tag("S18")
    void addressOfAnEmployersPage_isEnough() {
        try (StubSite site = StubSite.start()) {
            // Given
            site.page(
                    "/careers",
                    "<html><meta property='og:site_name' content='Fjord Bank'>"
                            + "<script src='https://boards.greenhouse.io/embed/job_board/js?for=" + board.name()
                            + "'></script></html>");
            String url = "http://127.0.0.1:" + site.port() + "/careers";

            // When
            post(Map.of("url", url)).statusCode(201).body("company", equalTo("Fjord Bank"));

            // Then
            post(Map.of("url", url, "company", "Fjordbank")).statusCode(200).body("company", equalTo("Fjordbank"));
            post(Map.of("url", url)).statusCode(200).body("company", equalTo("Fjordbank"));
            post(Map.of("url", "http://127.0.0.1:" + site.port() + "/nothing")).statusCode(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel><title>Jobs</title></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>Jobs</title></feed>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Jobs\",\"items\":[]}"
            })
    @Tag("S18")
    void addressOfAFeed_isEnough(String feed) {
        try (StubSite site = StubSite.start()) {
            site.page("/feed", feed);
            String url = "http://127.0.0.1:" + site.port() + "/feed";

            post(Map.of("url", url))
                    .statusCode(201)
                    .body("provider", equalTo("rss"))
                    .body("board", equalTo(url));
        }
    }

    @Test
    @Tag("A15")
    void sourceThatIsSwitchedOff_isNotPolledUntilItIsOnAgain() {
        // Given
        TestSource source = TestSource.greenhouse(board).crawled();
        int before = Boards.requests(board);

        // When
        switched(source, "disable").body("enabled", equalTo(false));
        TestClock.CLOCK.advance(Duration.ofHours(2));
        source(source, "poll").statusCode(409);

        // Then
        TestSource.greenhouse(Boards.open()).crawled();
        assertThat(Boards.requests(board)).isEqualTo(before);
        SourceChanged told = source.told().get(source.told().size() - 1);
        assertThat(told.health()).isEqualTo("healthy");
        assertThat(told.disabledAt()).isPresent();

        // When
        long fence = source.fence();
        switched(source, "enable").body("enabled", equalTo(true));

        // Then
        await().untilAsserted(() -> assertThat(source.fence()).isGreaterThan(fence));
        assertThat(source.closed()).isEmpty();
    }

    @Test
    @Tag("A15")
    void sources_areFoundByWhatIsKnownOfThem() {
        // Given
        TestSource source = TestSource.greenhouse(board).crawled();
        String named = board.name().substring(4).toUpperCase(Locale.ROOT);

        // Then
        found("named=" + named + "&provider=greenhouse&health=healthy&limit=5").body("board", contains(board.name()));
        found("named=" + named + "&health=trouble").body("$", empty());
        found("named=" + named + "&provider=lever").body("$", empty());
        found("named=" + named + "&health=off").body("$", empty());

        // When
        switched(source, "disable");

        // Then
        found("named=" + named + "&health=off").body("board", contains(board.name()));
        found("named=" + named + "&health=healthy").body("$", empty());
        String summary = SOURCES + "/summary";
        TestSource.call("GET", summary)
                .get(summary)
                .then()
                .statusCode(200)
                .body("find { it.provider == 'greenhouse' }.off", greaterThan(0));
    }

    private static ValidatableResponse found(String query) {
        return TestSource.call("GET", SOURCES).get(SOURCES + "?" + query).then().statusCode(200);
    }

    private static ValidatableResponse switched(TestSource source, String how) {
        return source(source, how).statusCode(200);
    }

    private static ValidatableResponse source(TestSource source, String act) {
        String path = SOURCES + "/" + source.id() + "/" + act;
        return TestSource.call("POST", path).post(path).then();
    }

    @Test
    void pollOfAnUnknownSource_isNotFound() {
        String path = SOURCES + "/" + UUID.randomUUID() + "/poll";

        TestSource.call("POST", path).post(path).then().statusCode(404).contentType("application/problem+json");
    }

    private static ValidatableResponse post(Map<String, String> body) {
        return TestSource.call("POST", SOURCES)
                .contentType(ContentType.JSON)
                .body(body)
                .post(SOURCES)
                .then();
    }
}
