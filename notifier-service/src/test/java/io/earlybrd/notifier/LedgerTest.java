package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.TestClock;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger takes in every match once, whatever the topics bring in whatever order. */
@ServiceTest
class LedgerTest {

    @Inject
    MeterRegistry registry;

    @Test
    @Tag("N4")
    @Tag("M8")
    void sameMatchAgain_isOneRowAndOneMail() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        String jobId = "job-" + UUID.randomUUID();
        JobMatched matched = Cast.matched(
                jobId, Cast.job("Engineer", "Fjordbank", World.now()), World.now(), alice.subscriberId(), alert);
        UUID eventId = World.kafka().publish(matched);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "sent");

        // When: the same record, the same match in another record, and the next version of the job.
        World.kafka().publish(matched, eventId, World.now());
        World.kafka().publish(matched);
        World.kafka()
                .publish(new JobMatched(
                        jobId, 2, matched.partition(), 0, matched.job(), matched.subscribers(), matched.hops()));
        String later = World.newMatch(alice, "Other engineer", alert);
        World.passCoalescing(later);
        World.awaitFate(later, "sent");

        // Then
        assertThat(NOTIFIER.column("select version from ledger where job_id = '" + jobId + "'"))
                .containsExactly("3");
        assertThat(World.mailsTo(alice)).hasSize(2);
        assertThat(World.fatesOf(alice, jobId)).hasSize(3);
    }

    @Test
    @Tag("N4")
    void matchBeforeItsSubscriber_isHeldAndThenMailed() {
        // Given
        SubscriberChanged alice =
                Cast.subscriber(UUID.randomUUID(), "late-" + UUID.randomUUID() + "@post.example", World.now());
        AlertSaved alert = Cast.alert(alice.subscriberId(), "Engineer", World.now());
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "pending:waiting");

        // When
        World.publish(alert, alice, Cast.trial(alice.subscriberId(), World.now()));

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    @Test
    void matchWhoseSubscriberNeverComes_isSuppressedAfterThreeDaysAndCountedByItsReason() {
        // Given
        SubscriberChanged nobody = Cast.subscriber(UUID.randomUUID(), "nobody@post.example", World.now());
        String jobId = World.newMatch(nobody, "Engineer", Cast.alert(nobody.subscriberId(), "x", World.now()));
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "pending:waiting");

        // When
        World.pass(Duration.ofHours(72));

        // Then
        World.awaitFate(jobId, "suppressed:subscriber-unknown");
        await().untilAsserted(() -> assertThat(registry.get("earlybrd.ledger.fate")
                        .tag("fate", "suppressed")
                        .tag("reason", "subscriber-unknown")
                        .counter()
                        .count())
                .isEqualTo(1));
        assertThat(World.fatesOf(nobody, jobId))
                .extracting(FateChanged::reason)
                .containsExactly(Optional.of("coalescing"), Optional.of("waiting"), Optional.of("subscriber-unknown"));
    }

    @Test
    @Tag("N4")
    void matchOfAResumedAlert_waitsForTheRecordOfTheResume() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        UUID alertId = UUID.randomUUID();
        AlertSaved paused = alert(alice, alertId, 1, true);
        AlertSaved resumed = alert(alice, alertId, 2, false);
        World.publish(paused);
        World.awaitTakenIn(alice.subscriberId(), alertId);

        // When
        String jobId = World.newMatch(alice, "Engineer", resumed);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "pending:waiting");
        World.publish(resumed);

        // Then
        World.awaitFate(jobId, "sent");
    }

    private static AlertSaved alert(SubscriberChanged owner, UUID alertId, long version, boolean paused) {
        return Cast.alert(
                alertId,
                version,
                owner.subscriberId(),
                "Engineer",
                AlertSaved.INSTANT,
                paused,
                Optional.empty(),
                World.now());
    }

    @Test
    void recordThatIsNoMatch_goesToDeadLettersAndTheStreamGoesOn() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        String partition = Integer.toString(0);
        Map<String, String> headers = World.headersOf("JobMatched");

        // When
        RecordMetadata broken = World.kafka().produce("matches", partition, "{\"jobId\":".getBytes(), headers);
        World.kafka().produce("matches", partition, new byte[] {(byte) 0xff, 0, 1}, Map.of());
        String jobId = World.newMatch(alice, "Engineer", alert);

        // Then
        World.kafka()
                .awaitRecord(
                        "matches.dlq",
                        letter -> new String(letter.value(), StandardCharsets.UTF_8).equals("{\"jobId\":"),
                        Duration.ofSeconds(30));
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "sent");
        assertThat(broken.topic()).isEqualTo("matches");
    }

    @Test
    void fieldOfTheFuture_isIgnored() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        String jobId = "job-" + UUID.randomUUID();
        JobMatched matched = Cast.matched(
                jobId, Cast.job("Engineer", "Fjordbank", World.now()), World.now(), alice.subscriberId(), alert);
        String json = EventJson.write(matched).replaceFirst("\\{", "{\"future\":{\"a\":[1]},");

        // When
        World.kafka()
                .produce(
                        "matches", matched.key(), json.getBytes(StandardCharsets.UTF_8), World.headersOf("JobMatched"));

        // Then
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "sent");
    }

    @Test
    void ledger_isToldToAServiceNewestFirst() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        String older = World.newMatch(alice, "Older", alert);
        World.passCoalescing(older);
        World.awaitFate(older, "sent");
        String newer = World.newMatch(alice, "Newer", alert);
        World.passCoalescing(newer);
        World.awaitFate(newer, "sent");
        String token = new ServiceToken(Backends.SERVICE_KEY, TestClock.get()).issue("account", "GET", "/api/ledger");

        // When
        var answer = given().header("Authorization", "Bearer " + token)
                .get("/api/ledger?subscriber=" + alice.subscriberId());

        // Then
        answer.then()
                .statusCode(200)
                .body("jobId", contains(newer, older))
                .body("[0].job.title", is("Newer"))
                .body("[0].fate", is("sent"))
                .body("[0].alerts[0].alertId", is(alert.alertId().toString()))
                .body("[0].messageId", is(World.mailsTo(alice).get(1).messageId()));
    }

    @Test
    void ledgerWithoutToken_isRefused() {
        given().get("/api/ledger?subscriber=" + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void ledgerOfNobody_isAProblem() {
        String token = new ServiceToken(Backends.SERVICE_KEY, TestClock.get()).issue("account", "GET", "/api/ledger");

        await().untilAsserted(() -> given().header("Authorization", "Bearer " + token)
                .get("/api/ledger?subscriber=x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json"));
    }

    @Test
    @Tag("N4")
    void manyMatchesThatWaitForTheirAlert_holdUpNoLaterOneOfAnother() {
        // Given: more than are decided on in one round.
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved known = World.newAlert(alice, "Known");
        AlertSaved missing = Cast.alert(alice.subscriberId(), "Missing", World.now());
        String[] waiting = IntStream.range(0, 210)
                .mapToObj(i -> World.newMatch(alice, "Engineer " + i, missing))
                .toArray(String[]::new);
        World.passCoalescing(waiting);
        Stream.of(waiting).forEach(jobId -> World.awaitFate(jobId, "pending:waiting"));

        // When
        String later = World.newMatch(alice, "Engineer", known);
        World.passCoalescing(later);

        // Then
        World.awaitFate(later, "sent");
        assertThat(World.fate(waiting[0])).isEqualTo("pending:waiting");
    }
}
