package io.earlybrd.account.alert;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Broker;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alerts are made, changed, paused and deleted by their owner, and others are told. */
@AccountTest
@Tag("A5")
class AlertTest {

    @BeforeEach
    void matcherAnswers() {
        MatcherAnswers.finds(2);
    }

    @Test
    void editPauseResumeDelete_areToldWithGrowingVersionsAndReachKafkaInOrder() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        String path = "/alerts/" + alert;

        // When
        alice.browser()
                .get(path)
                .form(path)
                .set("name", "Rust, remote")
                .set("remote", "only")
                .submit();
        alice.browser().get("/alerts").form(path + "/pause").submit();
        TestClock.CLOCK.advance(Duration.ofMinutes(1));
        alice.browser().get("/alerts").form(path + "/resume").submit();
        alice.browser().get(path + "/delete").form(path + "/delete").submit();

        // Then
        List<AlertSaved> told = ACCOUNT.outbox(AlertSaved.class, alert.toString());
        assertThat(told).hasSize(5).last().isNull();
        assertThat(told.subList(0, 4)).extracting(AlertSaved::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told.subList(0, 4)).extracting(AlertSaved::paused).containsExactly(false, false, true, false);
        assertThat(told.get(1).filters().remote()).isEqualTo("only");
        assertThat(told.get(3).resumedAt()).contains(TestClock.CLOCK.instant());
        assertThat(alice.browser().get(path).status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(published(alert)).isEqualTo(told));
    }

    @Test
    void pausingTwice_isToldOnce() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        WebPage.Form pause = alice.browser().get("/alerts").form("/alerts/" + alert + "/pause");

        // When
        List<Integer> answers = List.of(pause.submit().status(), pause.submit().status());

        // Then
        assertThat(answers).containsOnly(303);
        assertThat(ACCOUNT.outbox(AlertSaved.class, alert.toString())).hasSize(2);
        assertThat(alice.browser().get("/alerts").text()).contains("Paused by you", "No email while paused.");
    }

    @Test
    void manyAlertsAtOnceAtTheLimit_stayWithinIt() {
        // Given
        Person alice = Person.subscribed("Alice");
        IntStream.range(0, 17).forEach(i -> alice.createAlert("Alert " + i, "rust"));
        List<WebPage.Form> forms = IntStream.range(0, 10)
                .mapToObj(i -> alice.browser()
                        .get("/alerts/new")
                        .form("/alerts")
                        .set("name", "Late " + i)
                        .set("q", "go"))
                .toList();

        // When
        List<WebPage> answers = AtOnce.times(10, i -> forms.get(i).submit());

        // Then
        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .hasSize(7)
                .allSatisfy(answer -> assertThat(answer.text()).contains("You have 20 alerts, which is the most."));
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isEqualTo(20);
    }

    @Test
    void alertOfSomebodyElse_isNotThere() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        Person mallory = Person.subscribed("Mallory");
        WebPage.Form form = mallory.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "taken")
                .set("q", "over");
        String path = "/alerts/" + alert;

        // When
        List<WebPage> answers = List.of(
                mallory.browser().get(path),
                mallory.browser().get(path + "/delete"),
                form.submitTo(path),
                form.submitTo(path + "/preview"),
                form.submitTo(path + "/pause"),
                form.submitTo(path + "/resume"));
        WebPage deleted = form.submitTo(path + "/delete");
        WebPage missing = mallory.browser().get("/alerts/" + UUID.randomUUID());

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).doesNotContain("Rust");
        });
        assertThat(answers.get(0).document().select("main h1").text())
                .isEqualTo(missing.document().select("main h1").text());
        assertThat(deleted.status()).isEqualTo(303);
        assertThat(alice.browser().get(path).status()).isEqualTo(200);
        assertThat(ACCOUNT.outbox(AlertSaved.class, alert.toString())).hasSize(1);
    }

    @Test
    void formThatIsSentSeveralTimes_makesOneAlert() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust");

        // When
        List<WebPage> clicks = AtOnce.times(2, i -> form.submit());
        WebPage reload = form.submit();

        // Then
        assertThat(clicks).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        assertThat(reload.header("Location")).isEqualTo("/alerts?done=alert-saved");
        assertThat(ACCOUNT.outbox(AlertSaved.class, alice.onlyAlert().toString()))
                .hasSize(1);
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isEqualTo(1);
    }

    @Test
    void formThatIsSentAgainWithOtherWords_makesAnotherAlert() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust");

        // When
        form.submit();
        form.set("q", "go").submit();

        // Then
        assertThat(ACCOUNT.column("select query from alert where subscriber_id = ?", alice.id()))
                .containsExactlyInAnyOrder("rust", "go");
    }

    @Test
    void alertThatIsDeletedTwice_isGoneAndNoError() {
        // Given
        Person alice = Person.subscribed("Alice");
        String path = "/alerts/" + alice.createAlert("Rust", "rust");
        WebPage.Form form = alice.browser().get(path + "/delete").form(path + "/delete");

        // When
        List<WebPage> answers = List.of(form.submit(), form.submit());

        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.header("Location")).isEqualTo("/alerts?done=alert-deleted"));
    }

    private static List<AlertSaved> published(UUID alert) {
        return Broker.kafka().readAll("alerts").stream()
                .filter(sent -> alert.toString().equals(sent.key()))
                .map(sent -> sent.value() == null ? null : EventJson.read(sent.value(), AlertSaved.class))
                .toList();
    }
}
