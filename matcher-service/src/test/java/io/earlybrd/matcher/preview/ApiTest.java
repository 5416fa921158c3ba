package io.earlybrd.matcher.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.matcher.testing.Broker;
import io.earlybrd.matcher.testing.FrozenTime;
import io.earlybrd.matcher.testing.Matches;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two calls that the pages make. */
@QuarkusTest
@WithTestResource(Broker.class)
@Timeout(180)
class ApiTest {

    private static final String PREVIEW = "/api/preview";
    private static final String EXPLAIN = "/api/explain";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ServiceToken token;

    @Test
    @Tag("A6")
    void preview_findsRecentJobsWithReasons() {
        // Given
        JobPosted job =
                recent(Posting.titled("Bookbinder").body("Gilding and sewing.").in("Leipzig, Germany"));

        // When
        ValidatableResponse answer = call(
                PREVIEW,
                Map.of(
                        "query",
                        "bookbinder  (gilding OR paint)",
                        "filters",
                        Wish.of("").in("Leipzig").filters()));

        // Then
        answer.statusCode(200)
                .body("query", equalTo("bookbinder (gilding OR paint)"))
                .body("count", equalTo(1))
                .body("days", equalTo(30))
                .body("complete", equalTo(true))
                .body("jobs[0].jobId", equalTo(job.jobId()))
                .body("jobs[0].job.title", equalTo("Bookbinder"))
                .body("jobs[0].firstSeenAt", equalTo(job.times().firstSeenAt().toString()))
                .body("jobs[0].reasons.clause", contains("bookbinder", "gilding", "Leipzig"))
                .body("jobs[0].reasons.field", contains("title", "body", "place"));
    }

    @Test
    @Tag("M14")
    void preview_saysWhichOtherNameHitAndFindsNoneUnlessAsked() {
        // Given
        recent(Posting.titled("Registered Nurse").in("Leipzig, Germany"));
        Map<String, Object> plain =
                Map.of("query", "rn", "filters", Wish.of("").in("Leipzig").filters());
        Map<String, Object> asking = Map.of(
                "query",
                "rn",
                "filters",
                Wish.of("").in("Leipzig").withAliases().filters());

        // Then
        call(PREVIEW, plain).statusCode(200).body("count", equalTo(0));
        call(PREVIEW, asking)
                .statusCode(200)
                .body("query", equalTo("rn"))
                .body("count", equalTo(1))
                .body("jobs[0].reasons.clause", contains("rn = Registered Nurse", "Leipzig"));
    }

    @Test
    @Tag("M2")
    void queryThatIsNone_isAProblemWithColumnAndFix() {
        call(PREVIEW, Map.of("query", "\"platform engineer\" (kubernetes OR k8s"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("parameter", equalTo("query"))
                .body("column", equalTo(21))
                .body("detail", equalTo("The bracket at column 21 is never closed. Add “)” after k8s."));
    }

    @Test
    @Tag("A7")
    void emptyAlert_isRefusedWithAdvice() {
        call(PREVIEW, Map.of())
                .statusCode(400)
                .body("column", equalTo(1))
                .body(
                        "detail",
                        equalTo("Nothing stands at column 1. Write at least one word that a job must contain."));
    }

    @Test
    void filterThatMeansNothing_isAProblemThatNamesIt() {
        call(
                        PREVIEW,
                        Map.of(
                                "query",
                                "nurse",
                                "filters",
                                Wish.of("").remote("maybe").filters()))
                .statusCode(400)
                .body("parameter", equalTo("remote"))
                .body("column", nullValue());
    }

    @Test
    @Tag("M9")
    void explanation_judgesEveryClauseOfARecentJob() {
        // Given
        JobPosted job = recent(Posting.titled("Luthier").body("Varnish violins every day, and repair bows."));

        // When
        ValidatableResponse answer = call(
                EXPLAIN,
                Map.of(
                        "alert",
                                Wish.of("luthier violins -repair")
                                        .in("Cremona")
                                        .from(1, "EUR", "month", false)
                                        .saved(),
                        "jobId", job.jobId()));

        // Then
        answer.statusCode(200)
                .body("jobId", equalTo(job.jobId()))
                .body("matches", equalTo(false))
                .body("clauses.kind", contains("all", "places", "salaryFloor"))
                .body("clauses.verdict", contains("no", "unknown", "unknown"))
                .body("clauses.met", contains(false, true, false))
                .body("clauses[0].parts.clause", contains("luthier", "violins", "-repair"))
                .body("clauses[0].parts.verdict", contains("yes", "yes", "no"))
                .body("clauses[0].parts[1].field", equalTo("body"))
                .body("clauses[0].parts[1].offset", equalTo(8))
                .body("clauses[0].parts[1].excerpt", equalTo("Varnish violins every day, and repair bows."))
                .body("clauses[0].parts[2].parts", hasSize(1));
    }

    @Test
    @Tag("M9")
    void explanation_tellsWhatIsMissingAndWhatCannotBeTold() {
        // Given
        JobPosted job = Posting.titled("Luthier")
                .in("2 Locations")
                .pay(30_000L, 40_000L, "EUR", "year")
                .posted();

        // When
        ValidatableResponse answer = call(
                EXPLAIN,
                Map.of(
                        "alert",
                        Wish.of("luthier title:violins")
                                .in("Cremona")
                                .from(50_000, "EUR", "year", false)
                                .saved(),
                        "job",
                        job));

        // Then
        answer.statusCode(200)
                .body("missing.kind", contains("word", "salaryFloor"))
                .body("missing.clause", contains("title:violins", "from 50000 EUR a year"))
                .body("clauses.find { it.kind == 'places' }.ambiguous", equalTo(true))
                .body("clauses.find { it.kind == 'places' }.stated", equalTo("2 Locations"))
                .body("clauses.find { it.kind == 'salaryFloor' }.ambiguous", equalTo(false))
                .body("clauses.find { it.kind == 'salaryFloor' }.stated", equalTo("30000 to 40000 EUR a year"));
    }

    @Test
    @Tag("M9")
    @Tag("S10")
    @Tag("S19")
    void explanation_saysWhatIsStatedOfAgencyAndRepost() {
        // Given
        JobPosted job = Posting.titled("Luthier").byAgency().relisted(3).posted();

        // Then
        call(EXPLAIN, Map.of("alert", Wish.of("luthier").employersOnly().saved(), "job", job))
                .statusCode(200)
                .body("matches", equalTo(false))
                .body("missing.kind", contains("employersOnly", "reposts"))
                .body("clauses.kind", contains("word", "employersOnly", "reposts"))
                .body("clauses[1].stated", equalTo("placed by an agency"))
                .body("clauses[2].stated", equalTo("listed again 3 times, first seen on 2026-08-22"));
    }

    @Test
    @Tag("W2")
    @Tag("W3")
    void preview_tellsWhatAClauseCostsAndWhatSavingWouldChange() {
        // Given
        recent(Posting.titled("Farrier").in("Seville, Spain"));
        JobPosted away = recent(Posting.titled("Farrier").in("Cordoba, Spain"));

        // When
        ValidatableResponse answer = call(
                PREVIEW,
                Map.of(
                        "query",
                        "farrier",
                        "filters",
                        Wish.of("").in("Seville").filters(),
                        "nearMisses",
                        5,
                        "saved",
                        Map.of("query", "farrier -horse")));

        // Then
        answer.statusCode(200)
                .body("count", equalTo(1))
                .body("clauses.kind", contains("places"))
                .body("clauses.without", contains(1))
                .body("nearMisses.jobId", contains(away.jobId()))
                .body("nearMisses.clause", contains("Seville"))
                .body("change.gained", equalTo(0))
                .body("change.lost", equalTo(1));
    }

    @Test
    @Tag("M6")
    void preview_saysHowItReadsThePlaces() {
        // Given
        recent(Posting.titled("Ropemaker").in("Springfield, MO"));
        recent(Posting.titled("Ropemaker").in("Hamburg, Germany"));
        recent(Posting.titled("Ropemaker").in("Lyon, France"));

        // When
        ValidatableResponse answer = call(
                PREVIEW,
                Map.of(
                        "query",
                        "ropemaker",
                        "filters",
                        Wish.of("")
                                .in("Springfield", "Berlin, Hamburg", "Xhofraix, NY")
                                .filters()));

        // Then
        answer.statusCode(200)
                .body("count", equalTo(2))
                .body("places.text", contains("Springfield", "Berlin", "Hamburg", "Xhofraix, NY"))
                .body("places.known", contains(true, true, true, false))
                .body("places[0].choices", hasItems("Springfield, Missouri", "Springfield, Illinois"))
                .body("places[1].choices", hasSize(0));
    }

    @Test
    void recordThatIsNoJob_doesNotKeepLaterOnesFromBeingFound() {
        // Given
        Matches.kafka().publish(Posting.titled(null).id("farmhand").posted());

        // When
        recent(Posting.titled("Farmhand").id("farmhand").version(2));

        // Then
        call(PREVIEW, Map.of("query", "farmhand")).statusCode(200).body("count", equalTo(1));
    }

    @Test
    void jobThatIsBroughtAlong_needNotBeRecent() {
        call(
                        EXPLAIN,
                        Map.of(
                                "alert", Map.of("query", "nurse"),
                                "job", Posting.titled("Nurse").posted()))
                .statusCode(200)
                .body("matches", equalTo(true));
    }

    @Test
    void unknownJob_isNotFound() {
        call(EXPLAIN, Map.of("alert", Map.of("query", "nurse"), "jobId", "none"))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("This job is not among those of the last 30 days."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"query\":[]}"})
    void bodyThatIsNoRequest_isAProblem(String body) {
        for (String path : new String[] {PREVIEW, EXPLAIN}) {
            send(path, body).statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void callWithoutToken_isRefused() {
        for (String path : new String[] {PREVIEW, EXPLAIN}) {
            given().contentType("application/json")
                    .body("{\"query\":\"nurse\"}")
                    .post(path)
                    .then()
                    .statusCode(401);
        }
    }

    private JobPosted recent(Posting posting) {
        JobPosted job = posting.firstSeenAt(FrozenTime.CLOCK.instant()).posted();
        Matches.kafka().publish(job);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                call(EXPLAIN, Map.of("alert", Map.of("query", "any"), "jobId", job.jobId()))
                                        .extract()
                                        .statusCode())
                        .isEqualTo(200));
        return job;
    }

    private ValidatableResponse call(String path, Map<String, Object> body) {
        return send(path, EventJson.write(body));
    }

    private ValidatableResponse send(String path, String body) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + token.issue("test", "POST", path))
                .body(body)
                .post(path)
                .then();
    }
}
