package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.earlybrd.events.AddressSuppressed;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.AlertStopped;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.MailRequested;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.ReceivedMail;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stopping alerts from a mail, with nothing but its link. */
@ServiceTest
class UnsubscribeTest {

    private final SubscriberChanged alice = World.newSubscriber();
    private final AlertSaved alert = World.newAlert(alice, "Berlin <Java>");
    private final AlertSaved other = World.newAlert(alice, "Staff SRE");

    @Test
    @Tag("N5")
    void oneClick_stopsTheAlertsOfTheMailAndIsTold() {
        // Given
        String link = linkOf(sendMail(alert));

        // When
        Response answer = given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .redirects()
                .follow(false)
                .post(link);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.getHeader("Location")).isNull();
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(suppressionOf(alert)).isEqualTo("suppressed:alert-stopped");
        assertThat(suppressionOf(other)).isEqualTo("sent");
        await().untilAsserted(() -> assertThat(told(AlertStopped.class))
                .extracting(AlertStopped::alertId)
                .containsExactly(alert.alertId()));
    }

    @Test
    @Tag("N5")
    void oneClickAsMultipart_stopsToo() {
        String link = linkOf(sendMail(alert));

        given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);

        assertThat(suppressionOf(alert)).isEqualTo("suppressed:alert-stopped");
    }

    @Test
    @Tag("N5")
    void fiftyVisits_changeNothing() {
        // Given
        String link = linkOf(sendMail(alert));

        // When
        for (int i = 0; i < 50; i++) {
            given().get(link).then().statusCode(200);
            given().head(link).then().statusCode(200);
        }

        // Then
        assertThat(NOTIFIER.column("select 1 from alert_stop where subscriber_id = '" + alice.subscriberId() + "'"))
                .isEmpty();
        assertThat(suppressionOf(alert)).isEqualTo("sent");
    }

    @Test
    @Tag("N5")
    void page_namesTheAlertAndHidesTheAddress() {
        String link = linkOf(sendMail(alert));

        given().get(link)
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", containsString("script-src 'none'"))
                .body(containsString("Stop this alert?"))
                .body(containsString("“Berlin &lt;Java&gt;”"))
                .body(containsString("your other alert goes on"))
                .body(not(containsString(alice.email())))
                .body(not(containsString("<script")));
    }

    @Test
    void stylesheetOfThePage_isServedForEver() {
        String page = given().get(linkOf(sendMail(alert))).asString();
        String style = page.substring(page.indexOf("href=\"/u/page/style-") + 6).split("\"")[0];

        given().get(style)
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", containsString("immutable"));
        given().get("/u/page/style-0000000000000000.css").then().statusCode(404);
    }

    @Test
    @Tag("N5")
    void postWithoutABody_asksInsteadOfFailing() {
        String link = linkOf(sendMail(alert));

        given().post(link).then().statusCode(200).body(containsString("Stop this alert?"));
        given().contentType("application/x-www-form-urlencoded")
                .body("x=y")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("Stop this alert?"));
        assertThat(NOTIFIER.column("select 1 from alert_stop where subscriber_id = '" + alice.subscriberId() + "'"))
                .isEmpty();
    }

    @Test
    @Tag("N6")
    void tamperedLink_isNotKnown() {
        String link = linkOf(sendMail(alert));
        String tampered = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");

        given().get(tampered).then().statusCode(404).contentType(ContentType.HTML);
        given().formParam("List-Unsubscribe", "One-Click").post(tampered).then().statusCode(404);
        given().get("/u/x").then().statusCode(404);
        assertThat(suppressionOf(alert)).isEqualTo("sent");
    }

    @Test
    @Tag("N6")
    void secondClickAndAnOldLink_workAsTheFirst() {
        // Given
        String link = linkOf(sendMail(alert));
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);

        Instant first = World.now().truncatedTo(ChronoUnit.MICROS);

        // When
        World.pass(Duration.ofDays(400));
        Instant second = World.now().truncatedTo(ChronoUnit.MICROS);
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);

        // Then
        assertThat(suppressionOf(alert)).isEqualTo("suppressed:alert-stopped");
        await().untilAsserted(() -> assertThat(told(AlertStopped.class))
                .extracting(AlertStopped::stoppedAt)
                .containsExactly(first, second));
    }

    @Test
    @Tag("N6")
    void stopAfterAResumeThatHasNotArrivedYet_holds() {
        // Given
        String link = linkOf(sendMail(alert));
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        World.pass(Duration.ofMinutes(1));
        Instant resumedAt = World.now();
        World.pass(Duration.ofMinutes(1));

        // When
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        publishResume(resumedAt);

        // Then
        assertThat(suppressionOf(alert)).isEqualTo("suppressed:alert-stopped");
    }

    @Test
    @Tag("N6")
    void stopAfterAResumeByAClockThatIsAhead_holds() {
        // Given
        String link = linkOf(sendMail(alert));
        publishResume(World.now().plusSeconds(2));

        // When
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);

        // Then
        World.pass(Duration.ofSeconds(5));
        assertThat(suppressionOf(alert)).isEqualTo("suppressed:alert-stopped");
    }

    private void publishResume(Instant resumedAt) {
        World.publish(Cast.alert(
                alert.alertId(),
                2,
                alice.subscriberId(),
                "Berlin <Java>",
                AlertSaved.INSTANT,
                false,
                Optional.of(resumedAt),
                resumedAt));
        World.awaitTakenIn(alert.alertId());
    }

    @Test
    @Tag("N6")
    void resumedAlert_mailsAgainAndCanBeStoppedAgain() {
        // Given
        String link = linkOf(sendMail(alert));
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        World.pass(Duration.ofMinutes(1));

        // When
        publishResume(World.now());

        // Then
        assertThat(suppressionOf(alert)).isEqualTo("sent");
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        assertThat(suppressionOf(alert)).isEqualTo("suppressed:alert-stopped");
        await().untilAsserted(() -> assertThat(told(AlertStopped.class)).hasSize(2));
    }

    @Test
    @Tag("N6")
    void allAlertsStopped_stillLetsThePasswordBeReset() {
        // Given
        String link = linkOf(sendMail(alert));

        // When
        given().formParam("what", "all")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("All alerts are stopped"));

        // Then
        assertThat(suppressionOf(other)).isEqualTo("suppressed:unsubscribed");
        await().untilAsserted(() -> assertThat(told(AddressSuppressed.class))
                .extracting(AddressSuppressed::reason)
                .containsExactly("unsubscribed"));
        World.publish(new MailRequested(
                alice.subscriberId(),
                "account",
                "reset-password",
                alice.email(),
                "Europe/Berlin",
                Map.of("link", "https://earlybrd.example/reset/1"),
                World.now(),
                World.now().plusSeconds(3600)));
        await().untilAsserted(() -> assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::subject)
                .contains("Choose a new password"));
    }

    @Test
    @Tag("N6")
    void mailStartedAgain_isMailedAgain() {
        // Given
        given().formParam("what", "all").post(linkOf(sendMail(alert))).then().statusCode(200);
        Instant stop = newestStop(1);
        World.publish(preferring(3, true, Optional.empty()));
        World.awaitTakenIn(alice.subscriberId());
        assertThat(suppressionOf(alert))
                .as("account has not heard of the stop yet")
                .isEqualTo("suppressed:unsubscribed");

        // When
        World.publish(preferring(4, true, Optional.of(stop)));
        World.awaitTakenIn(alice.subscriberId());

        // Then
        assertThat(suppressionOf(alert)).isEqualTo("sent");
    }

    @Test
    @Tag("N6")
    void stoppedAgainBeforeTheStartArrives_staysStopped() {
        // Given
        String link = linkOf(sendMail(alert));
        given().formParam("what", "all").post(link).then().statusCode(200);
        Instant first = newestStop(1);
        World.pass(Duration.ofSeconds(1));
        given().formParam("what", "all").post(link).then().statusCode(200);
        Instant second = newestStop(2);

        // When
        World.publish(preferring(3, false, Optional.of(first)), preferring(4, true, Optional.of(first)));
        World.awaitTakenIn(alice.subscriberId());

        // Then
        assertThat(suppressionOf(alert)).isEqualTo("suppressed:unsubscribed");
        World.publish(preferring(5, true, Optional.of(second)));
        World.awaitTakenIn(alice.subscriberId());
        assertThat(suppressionOf(alert)).isEqualTo("sent");
    }

    /** When the last of so many stops became true, as the others are told. */
    private Instant newestStop(int stops) {
        return await().until(() -> told(AddressSuppressed.class), told -> told.size() == stops)
                .get(stops - 1)
                .suppressedAt();
    }

    private ReceivedMail sendMail(AlertSaved of) {
        int before = World.mailsTo(alice).size();
        String jobId = World.newMatch(alice, "Engineer", of);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "sent");
        return World.mailsTo(alice).get(before);
    }

    private String suppressionOf(AlertSaved of) {
        World.publish(Cast.entitlement(
                alice.subscriberId(),
                World.now().getEpochSecond(),
                true,
                World.now().plus(Duration.ofDays(9)),
                World.now()));
        World.awaitTakenIn(alice.subscriberId());
        String jobId = World.newMatch(alice, "Engineer", of);
        World.passCoalescing(jobId);
        await().untilAsserted(() -> assertThat(World.fate(jobId)).doesNotStartWith("pending"));
        return World.fate(jobId);
    }

    private <E extends Event> List<E> told(Class<E> type) {
        return World.kafka().readAll("deliveries").stream()
                .filter(record -> record.key().equals(alice.subscriberId().toString()))
                .filter(record -> typeOf(record).equals(type.getSimpleName()))
                .map(record -> EventJson.read(record.value(), type))
                .toList();
    }

    private SubscriberChanged preferring(long version, boolean alerts, Optional<Instant> stopSeen) {
        return new SubscriberChanged(
                alice.subscriberId(),
                version,
                alice.email(),
                alice.verifiedAt(),
                alice.zone(),
                alice.schedule(),
                alice.quietHours(),
                new MailPreferences(alerts, stopSeen),
                World.now());
    }

    private static String typeOf(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value());
    }

    /** The header's link, at the port of the test. */
    private static String linkOf(ReceivedMail mail) {
        String header = mail.header("List-Unsubscribe").orElseThrow();
        String path = URI.create(header.substring(1, header.length() - 1)).getPath();
        return "http://localhost:" + RestAssured.port + path;
    }
}
