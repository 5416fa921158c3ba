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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the form says of what an alert would find. */
@AccountTest
@Tag("A6")
class AlertPreviewTest {

    /** Longer than the circuit stays open after a neighbour was down. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @AfterEach
    void matcherRecovers() {
        Neighbours.breakDownOn("");
        MatcherAnswers.finds(2);
    }

    @Test
    void preview_showsTheNewestJobsWithReasonsAndSavesNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.finds(23);
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust");

        // When
        WebPage preview = eventually(form.set("places", "Berlin"), "/alerts/preview", "23 jobs");

        // Then
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.document().select("#pv").text()).isEqualTo("Preview");
        assertThat(preview.text())
                .contains(
                        "Last 30 days: 23 jobs, about 5 a week.",
                        "Rust <engineer> 0",
                        "Fjordbank · Berlin, Germany, hybrid · €82,000–96,000",
                        "Matched: title rust");
        assertThat(preview.document().select(".job a").eachAttr("href"))
                .containsExactly("https://jobs.example/0", "https://jobs.example/1");
        assertThat(preview.document().select("#q").text()).isEqualTo("rust");
        assertThat(Neighbours.bodies())
                .anySatisfy(body -> assertThat(body).contains("\"query\":\"rust\"", "\"places\":[\"Berlin\"]"));
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isZero();
    }

    @Test
    @Tag("W2")
    @Tag("W3")
    void preview_saysWhatEachRuleCostsAndWhichJobsAreMissedByOne() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.findsAndMisses(23);
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust -manager")
                .set("pay", "75000")
                .set("cad", "daily");

        // When
        WebPage preview = eventually(form, "/alerts/preview", "Missed by one rule");

        // Then
        assertThat(preview.text())
                .contains(
                        "Last 30 days: 23 jobs, about 5 mails a week.",
                        "+14 without the lowest pay",
                        "+4 without -manager",
                        "Rust <engineer> 7",
                        "Missed only by -manager",
                        "Compared with the saved alert: gains 5 jobs, loses 1 job.");
        assertThat(preview.document().select(".rows code").text()).isEqualTo("-manager");
    }

    @Test
    @Tag("W3")
    void forecast_ofFewDaysOrNotAllJobsIsNotLessThanItKnows() {
        // Given
        Person alice = Person.subscribed("Alice");
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust");

        // When
        MatcherAnswers.findsInDays(1, 30, true);
        String month = eventually(form, "/alerts/preview", "1 job").text();
        MatcherAnswers.findsInDays(0, 3, true);
        String threeDays = form.submitTo("/alerts/preview").text();
        MatcherAnswers.findsInDays(9, 6, true);
        String sixDays = form.submitTo("/alerts/preview").text();
        MatcherAnswers.findsInDays(1, 30, false);
        String notAll = form.submitTo("/alerts/preview").text();
        MatcherAnswers.findsInDays(60, 30, false);
        String notAllOfMany = form.submitTo("/alerts/preview").text();

        // Then
        assertThat(month).contains("Last 30 days: 1 job, less than one mail a week.");
        assertThat(threeDays).contains("Last 3 days: no job.").doesNotContain("mails a week");
        assertThat(sixDays).contains("Last 6 days: 9 jobs, about 11 mails a week.");
        assertThat(notAll).contains("Last 30 days: at least 1 job, not enough to say how many mails a week.");
        assertThat(notAllOfMany).contains("Last 30 days: at least 60 jobs, at least 14 mails a week.");
    }

    @Test
    @Tag("S20")
    void preview_saysWhichJobsAreFoundOrLeftOutForWhatTheyDoNotSay() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.findsWhatIsUnsaid(23);
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust")
                .set("pay", "75000");

        // When
        WebPage preview = eventually(form, "/alerts/preview", "fit otherwise");

        // Then
        assertThat(preview.text())
                .contains(
                        "1,100 of 1,234 jobs that fit otherwise do not say what they pay in a way that we can compare: they are left out.",
                        "2 of 23 jobs that fit otherwise may be at another place: they are included.");
        assertThat(preview.document().select("#pv ~ ul.list li")).hasSize(2);
    }

    @Test
    @Tag("S20")
    void savedAlert_saysSoWhenItIsOpened() {
        // Given
        Person alice = Person.subscribed("Alice");
        String path = "/alerts/" + alice.createAlert("Rust", "rust");
        MatcherAnswers.findsWhatIsUnsaid(23);

        // Then
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(alice.browser().get(path).text())
                        .contains(
                                "Last 30 days: 23 jobs",
                                "2 of 23 jobs that fit otherwise may be at another place: they are included."));
    }

    @Test
    @Tag("M6")
    void placeThatMayBeSeveral_isSaidAndChosen() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.readsPlaces(
                ReadPlace.known("Berlin"),
                new ReadPlace("Springfield", true, List.of("Springfield, Missouri", "Springfield, Illinois")),
                new ReadPlace("Xhofraix, NY", false, List.of()));
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust")
                .set("places", "Berlin\r\nSpringfield\r\nXhofraix, NY");
        WebPage preview = eventually(form, "/alerts/preview", "may be several places");
        List<String> choices =
                preview.document().select("button[name=instead][form=alert]").eachAttr("value");

        // When
        WebPage chosen = form.set("instead", choices.get(1)).submitTo("/alerts/preview");

        // Then
        assertThat(preview.text())
                .contains(
                        "“Springfield” may be several places: jobs in any of them are found.",
                        "We do not know “Xhofraix, NY”: jobs are found that name it in the same words.")
                .doesNotContain("“Berlin”");
        assertThat(Neighbours.bodies())
                .anySatisfy(body -> assertThat(body)
                        .contains("\"places\":[\"Berlin\",\"Springfield, Illinois\",\"Xhofraix, NY\"]"));
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isZero();
    }

    @Test
    @Tag("W2")
    void tryWithoutARule_showsTheFormWithoutItAndSavesNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.findsAndMisses(23);
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust -manager")
                .set("pay", "75000")
                .set("places", "Berlin");
        WebPage preview = eventually(form, "/alerts/preview", "Missed by one rule");
        List<String> rules = preview.document().select("button[name=without]").eachAttr("value");

        // When
        WebPage withoutPay = form.set("without", rules.get(0)).submitTo("/alerts/preview");
        WebPage withoutWords = form.set("without", rules.get(1)).submitTo("/alerts/preview");

        // Then
        assertThat(preview.document().select("button[name=without]").eachAttr("form"))
                .containsExactly("alert", "alert");
        assertThat(withoutPay.document().select("#pay").val()).isEmpty();
        assertThat(withoutPay.document().select("#q").text()).isEqualTo("rust -manager");
        assertThat(withoutPay.document().select("#places").val()).isEqualTo("Berlin");
        assertThat(withoutWords.document().select("#q").text()).isEqualTo("rust <engineer>");
        assertThat(withoutWords.document().select("#pay").val()).isEqualTo("75000");
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isZero();
    }

    @Test
    @Tag("W3")
    void editedAlert_isComparedWithTheSavedOne() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.finds(2);
        UUID alertId = alice.createAlert("Rust", "rust");
        MatcherAnswers.findsAndMisses(23);
        WebPage.Form form = alice.browser().get("/alerts/" + alertId).form("/alerts/" + alertId);

        // When
        eventually(form.set("q", "rust OR go"), "/alerts/" + alertId + "/preview", "gains 5 jobs");

        // Then
        assertThat(Neighbours.bodies())
                .anySatisfy(body -> assertThat(body)
                        .contains("\"query\":\"rust OR go\"", "\"saved\":{\"query\":\"rust\",\"filters\":{"));
    }

    @Test
    void jobsThatWereThereBefore_areNoNewsAndNoFlood() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.finds(30 * 60, 30 * 57);
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Everything")
                .set("q", "engineer")
                .set("cad", "instant");

        // When
        WebPage preview = eventually(form, "/alerts/preview", "1800 jobs");
        WebPage saved = form.submit();

        // Then
        assertThat(preview.text())
                .contains("Last 30 days: 1800 jobs, about 3 a day.", "1710 of them were open before we first looked");
        assertThat(saved.status()).isEqualTo(303);
    }

    private static WebPage eventually(WebPage.Form form, String path, String text) {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(form.submitTo(path).text()).contains(text));
        return form.submitTo(path);
    }
}
