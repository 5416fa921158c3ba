package io.earlybrd.account.alert;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.MatcherAnswers.ReadPlace;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SalaryFloor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the form takes, and how it is shown, told and shown again. */
@AccountTest
@Tag("A5")
class AlertFormTest {

    /** Longer than the circuit stays open after a neighbour was down. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

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
                .set("places", "Berlin\r\nPotsdam")
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
                        "Berlin or Potsdam or remote · from €75,000, unknown pay included · full-time or contract · never Oakline",
                        "Next email: when a job matches");
        AlertSaved told =
                ACCOUNT.outbox(AlertSaved.class, alice.onlyAlert().toString()).get(0);
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.subscriberId()).isEqualTo(alice.id());
        assertThat(told.cadence()).isEqualTo("instant");
        assertThat(told.filters().places()).containsExactly("Berlin", "Potsdam");
        assertThat(told.filters().salaryFloor())
                .hasValueSatisfying(floor -> assertThat(floor.minMinor()).isEqualTo(7_500_000));
        assertThat(told.filters().employmentTypes()).containsExactly("full-time", "contract");
    }

    @Test
    @Tag("M6")
    void placesAndEmployersWithCommas_areOneEachAndStayAsTheyAre() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage list = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust")
                .set("places", "New York, NY\r\nCambridge, MA\r\n")
                .set("in", "Acme, Inc.\r\nGlobex, Initech")
                .submit()
                .follow();
        String path = "/alerts/" + alice.onlyAlert();
        WebPage form = alice.browser().get(path);

        // When
        form.form(path).submit();

        // Then
        assertThat(list.text())
                .contains("New York, NY or Cambridge, MA or remote · only Acme, Inc. or Globex or Initech");
        assertThat(form.document().select("#places").first().wholeText()).isEqualTo("New York, NY\nCambridge, MA");
        assertThat(form.document().select("#in").first().wholeText()).isEqualTo("Acme, Inc.\nGlobex\nInitech");
        List<AlertFilters> told = told(alice);
        assertThat(told).hasSize(2);
        assertThat(told.get(0).places()).containsExactly("New York, NY", "Cambridge, MA");
        assertThat(told.get(1)).isEqualTo(told.get(0));
    }

    @Test
    @Tag("M6")
    void placesSideBySide_areSavedOneByOneAsTheMatcherReadsThem() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.readsPlaces(
                ReadPlace.known("Berlin"), ReadPlace.known("Hamburg"), ReadPlace.known("Remote in Germany"));

        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust")
                .set("places", "Berlin, Hamburg, Remote in Germany");
        await().atMost(LONG_ENOUGH).until(() -> {
            WebPage preview = form.submitTo("/alerts/preview");
            return preview.document()
                    .select("#places")
                    .first()
                    .wholeText()
                    .equals("Berlin\nHamburg\nRemote in Germany");
        });

        // When
        WebPage list = form.submit().follow();

        // Then
        assertThat(list.text()).contains("Berlin or Hamburg or Remote in Germany or remote");
        assertThat(told(alice).get(0).places()).containsExactly("Berlin", "Hamburg", "Remote in Germany");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true  | true  | unknown pay included
                    false | false | unknown pay left out
                    true  | false | pay not stated included, pay that cannot be compared left out
                    false | true  | pay not stated left out, pay that cannot be compared included
                    """)
    @Tag("S20")
    void whatBecomesOfUnknownPay_isChosenSavedShownAndKept(boolean unstated, boolean unknown, String words) {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage empty = alice.browser().get("/alerts/new");
        WebPage.Form form = empty.form("/alerts")
                .set("name", "Rust")
                .set("q", "rust")
                .set("pay", "75,000")
                .set("cur", "EUR");

        // When
        WebPage list = form.tick("unstated", unstated)
                .tick("unknown", unknown)
                .submit()
                .follow();
        String path = "/alerts/" + alice.onlyAlert();
        WebPage again = alice.browser().get(path);
        again.form(path).submit();

        // Then
        assertThat(empty.document().select("input[name=unstated][checked], input[name=unknown][checked]"))
                .hasSize(2);
        assertThat(list.text()).contains("from €75,000, " + words);
        assertThat(again.document().select("input[name=unstated]").hasAttr("checked"))
                .isEqualTo(unstated);
        assertThat(again.document().select("input[name=unknown]").hasAttr("checked"))
                .isEqualTo(unknown);
        assertThat(told(alice))
                .hasSize(2)
                .allSatisfy(filters -> assertThat(filters.salaryFloor())
                        .contains(new SalaryFloor(
                                7_500_000,
                                "EUR",
                                "year",
                                unknown,
                                unstated == unknown ? Optional.empty() : Optional.of(unstated))));
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
        UUID alert = alice.onlyAlert();
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
        UUID alert = alice.onlyAlert();
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

    private static List<AlertFilters> told(Person person) {
        return ACCOUNT.outbox(AlertSaved.class, person.onlyAlert().toString()).stream()
                .map(AlertSaved::filters)
                .toList();
    }
}
