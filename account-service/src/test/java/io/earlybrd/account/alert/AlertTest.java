package io.earlybrd.account.alert;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Broker;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.AlertStopped;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.AtOnce;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A5")
class AlertTest {

    @BeforeEach
    void matcherAnswers() {
        MatcherAnswers.finds(2);
    }

    @Test
    void wholeForm_isSavedShownAndTold() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        WebPage list = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Platform engineer, Berlin")
                .set("q", "\"platform engineer\" (kubernetes OR k8s)")
                .set("places", "Berlin, Potsdam")
                .set("remote", "also")
                .set("pay", "75,000")
                .set("cur", "EUR")
                .set("out", "Oakline")
                .set("type", List.of("full-time", "contract"))
                .set("cad", "instant")
                .submit()
                .follow();

        // Then
        assertThat(list.text())
                .contains(
                        "1 running, 0 paused.",
                        "Alert saved.",
                        "Platform engineer, Berlin",
                        "\"platform engineer\" (kubernetes OR k8s)",
                        "Berlin, Potsdam, or remote · from €75,000, unknown pay included · full-time, contract · never Oakline",
                        "Next email: when a job matches");
        AlertSaved told =
                ACCOUNT.outbox(AlertSaved.class, onlyAlertOf(alice).toString()).get(0);
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.subscriberId()).isEqualTo(alice.id());
        assertThat(told.cadence()).isEqualTo("instant");
        assertThat(told.filters().places()).containsExactly("Berlin", "Potsdam");
        assertThat(told.filters().salaryFloor())
                .hasValueSatisfying(floor -> assertThat(floor.minMinor()).isEqualTo(7_500_000));
        assertThat(told.filters().employmentTypes()).containsExactly("full-time", "contract");
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
    @Tag("M14")
    void otherNames_areSavedShownToldAndLeftOutAgain() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage list = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Platform")
                .set("q", "k8s")
                .set("aliases", "on")
                .submit()
                .follow();
        UUID alert = onlyAlertOf(alice);
        String path = "/alerts/" + alert;
        WebPage form = alice.browser().get(path);

        // When
        WebPage after = form.form(path).without("aliases").submit().follow();

        // Then
        assertThat(list.text()).contains("Anywhere · other names included");
        assertThat(form.document().select("input[name=aliases]").hasAttr("checked"))
                .isTrue();
        assertThat(after.text()).doesNotContain("other names included");
        assertThat(ACCOUNT.outbox(AlertSaved.class, alert.toString()))
                .extracting(told -> told.filters().findsAliases())
                .containsExactly(true, false);
        assertThat(Neighbours.bodies())
                .anySatisfy(body -> assertThat(body).contains("\"query\":\"k8s\"", "\"aliases\":true"));
    }

    @Test
    @Tag("S10")
    @Tag("S19")
    void howJobsWereListed_isSavedShownToldAndForgottenAgain() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage empty = alice.browser().get("/alerts/new");
        WebPage list = empty.form("/alerts")
                .set("name", "Platform")
                .set("q", "platform")
                .set("employers", "on")
                .set("reposts", "on")
                .submit()
                .follow();
        UUID alert = onlyAlertOf(alice);
        String path = "/alerts/" + alert;
        WebPage form = alice.browser().get(path);

        // When
        WebPage after =
                form.form(path).without("employers").without("reposts").submit().follow();

        // Then
        assertThat(empty.document().select("input[name=employers][checked], input[name=reposts][checked]"))
                .isEmpty();
        assertThat(list.text()).contains("Anywhere · no agencies · jobs listed before included");
        assertThat(form.document().select("input[name=employers][checked], input[name=reposts][checked]"))
                .hasSize(2);
        assertThat(form.document().select("details.more[open] input[name=reposts]"))
                .hasSize(1);
        assertThat(after.text()).doesNotContain("no agencies", "listed before");
        assertThat(ACCOUNT.outbox(AlertSaved.class, alert.toString()))
                .extracting(AlertSaved::filters)
                .containsExactly(AlertFilters.NONE.withEmployersOnly(true).withReposts(true), AlertFilters.NONE);
        assertThat(Neighbours.bodies())
                .anySatisfy(body -> assertThat(body)
                        .contains("\"query\":\"platform\"", "\"employersOnly\":true", "\"reposts\":true"));
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
    @Tag("A18")
    void mistakes_areToldAtTheirFieldsToWhoCannotSeeThem() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage.Form form = alice.browser().get("/alerts/new").form("/alerts");

        // When
        WebPage answer = form.set("name", "")
                .set("q", "")
                .set("pay", "much")
                .set("remote", "sometimes")
                .set("type", "volunteer")
                .set("level", "king")
                .set("cad", "hourly")
                .submit();

        // Then
        assertThat(answer.document().select(".field.wrong")).hasSize(7).allSatisfy(field -> {
            String error = field.select(".error").attr("id");
            assertThat(error).endsWith("-e");
            assertThat(field.select("[aria-describedby~=" + error + "]")).isNotEmpty();
            assertThat(field.select("[aria-invalid=true]")).isNotEmpty();
        });
        assertThat(answer.document().select("#errors").hasAttr("autofocus")).isTrue();
        assertThat(answer.document().select("#errors").attr("tabindex")).isEqualTo("-1");
    }

    @Test
    @Tag("A18")
    void form_letsNobodyTypeTooMuchAndPreviewsWhatIsNotComplete() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        WebPage page = alice.browser().get("/alerts/new");

        // Then
        assertThat(page.document().select("#name").attr("maxlength")).isEqualTo("80");
        assertThat(page.document().select("#q").attr("maxlength")).isEqualTo("500");
        assertThat(page.document().select("button[formaction]").hasAttr("formnovalidate"))
                .isTrue();
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
        assertThat(ACCOUNT.outbox(AlertSaved.class, onlyAlertOf(alice).toString()))
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

    @Test
    void markupInAName_isShownAsItWasTyped() {
        // Given
        Person alice = Person.subscribed("Alice");
        String name = "<script>alert(1)</script> {config:quarkus.application.name}";

        // When
        alice.createAlert(name, "rust");
        WebPage list = alice.browser().get("/alerts");

        // Then
        assertThat(list.document().select("script")).isEmpty();
        assertThat(list.document().select(".alert h2").text()).isEqualTo(name);
    }

    @Test
    void stopFromAMail_pausesTheAlertUntilItsOwnerStartsItAgain() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        Instant stoppedAt = TestClock.CLOCK.instant();
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {

            // When
            UUID eventId = notifier.publish(new AlertStopped(alice.id(), alert, stoppedAt));
            await().untilAsserted(() ->
                    assertThat(alice.browser().get("/alerts").text()).contains("Stopped from a mail"));
            TestClock.CLOCK.advance(Duration.ofMinutes(1));
            alice.browser().get("/alerts").form("/alerts/" + alert + "/resume").submit();
            notifier.publish(new AlertStopped(alice.id(), alert, stoppedAt), eventId, stoppedAt);
            notifier.publish(new AlertStopped(alice.id(), alert, stoppedAt.minusSeconds(60)));
            UUID marker = alice.createAlert("Marker", "go");
            notifier.publish(new AlertStopped(alice.id(), marker, TestClock.CLOCK.instant()));

            // Then
            await().untilAsserted(() -> assertThat(ACCOUNT.outbox(AlertSaved.class, marker.toString()))
                    .hasSize(2));
            List<AlertSaved> told = ACCOUNT.outbox(AlertSaved.class, alert.toString());
            assertThat(told).extracting(AlertSaved::version).containsExactly(1L, 2L, 3L);
            assertThat(told).extracting(AlertSaved::paused).containsExactly(false, true, false);
        }
    }

    @Test
    void stopOfSomebodyElsesAlert_changesNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        Person mallory = Person.subscribed("Mallory");
        UUID own = mallory.createAlert("Own", "go");
        try (KafkaProbe notifier = KafkaProbe.of(Backends.kafka())) {

            // When
            notifier.publish(new AlertStopped(mallory.id(), alert, TestClock.CLOCK.instant()));
            notifier.publish(new AlertStopped(mallory.id(), own, TestClock.CLOCK.instant()));

            // Then
            await().untilAsserted(() ->
                    assertThat(ACCOUNT.outbox(AlertSaved.class, own.toString())).hasSize(2));
            assertThat(ACCOUNT.outbox(AlertSaved.class, alert.toString())).hasSize(1);
        }
    }

    private static UUID onlyAlertOf(Person person) {
        return UUID.fromString(ACCOUNT.column("select id from alert where subscriber_id = ?", person.id())
                .get(0));
    }

    private static List<AlertSaved> published(UUID alert) {
        return Broker.kafka().readAll("alerts").stream()
                .filter(sent -> alert.toString().equals(sent.key()))
                .map(sent -> sent.value() == null ? null : EventJson.read(sent.value(), AlertSaved.class))
                .toList();
    }
}
