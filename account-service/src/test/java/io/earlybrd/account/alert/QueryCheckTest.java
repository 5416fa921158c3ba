package io.earlybrd.account.alert;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries that cannot be read, or would flood their owner, are told before they are saved or soon after. */
@AccountTest
@Tag("A6")
class QueryCheckTest {

    /** Longer than the circuit stays open after a neighbour was down. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @AfterEach
    void matcherRecovers() {
        Neighbours.breakDownOn("");
        MatcherAnswers.finds(2);
    }

    @Test
    void queryThatCannotBeRead_isShownWithThePlaceAndNotSaved() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.refuses("The bracket at column 21 is never closed. Add “)” after k8s.", 21);
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Platform")
                .set("q", "\"platform engineer\" (kubernetes OR k8s -manager");

        // When
        WebPage answer = form.submit();

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.document().title()).startsWith("Error: New alert");
        assertThat(answer.document().select(".notice.bad a[href=#q]").text())
                .isEqualTo("Job words: The bracket at column 21 is never closed. Add “)” after k8s.");
        assertThat(answer.document().select("#q-e").text()).startsWith("The bracket at column 21");
        assertThat(answer.document().select("#q").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.document().select("pre.parse").first().wholeText())
                .isEqualTo("…engineer\" (kubernetes OR k8s -mana…\n           ^ 21");
        assertThat(ACCOUNT.number("select count(*) from alert where subscriber_id = ?", alice.id()))
                .isZero();
    }

    @Test
    @Tag("A7")
    void instantAlertThatWouldFloodItsOwner_isRefusedWithAdvice() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.finds(30 * 60);
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Everything")
                .set("q", "engineer")
                .set("cad", "instant");

        // When
        WebPage refused = form.submit();
        WebPage taken = form.set("cad", "daily").submit();

        // Then
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("This finds about 60 jobs a day. Choose a digest, or narrow the words or places.");
        assertThat(taken.status()).isEqualTo(303);
    }

    @Test
    @Tag("A7")
    void floodThatWasSavedWhileTheMatcherWasAway_isToldOnItsAlert() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.isDown();
        alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Everything")
                .set("q", "engineer")
                .set("cad", "instant")
                .submit();

        // When
        MatcherAnswers.finds(30 * 60);

        // Then
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(alice.browser().get("/alerts").text())
                        .contains(
                                "This finds about 60 jobs a day. Choose a digest, or narrow the words or places.",
                                "Next email: when a job matches"));
    }

    @Test
    void queryOnWhichTheMatcherBreaks_doesNotKeepLaterOnesFromBeingRead() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.isDown();
        alice.createAlert("Breaks", "unlucky");
        TestClock.CLOCK.advance(Duration.ofSeconds(1));
        alice.createAlert("Open bracket", "(rust");
        leaveMatcherInPeace(alice);

        // When
        Neighbours.breakDownOn("unlucky");
        MatcherAnswers.refuses("The bracket at column 1 is never closed.", 1);

        // Then
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(alice.browser().get("/alerts").text())
                        .contains("The bracket at column 1 is never closed."));
    }

    @Test
    void matcherThatDoesNotAnswer_keepsNothingFromBeingSavedAndTheQueryIsReadLater() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.isDown();
        WebPage.Form form = alice.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "(rust");

        // When
        WebPage preview = form.submitTo("/alerts/preview");
        WebPage saved = form.submit().follow();
        MatcherAnswers.refuses("The bracket at column 1 is never closed.", 1);

        // Then
        assertThat(preview.text()).contains("The preview does not answer just now.");
        assertThat(saved.text()).contains("Alert saved. The words could not be checked just now");
        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(alice.browser().get("/alerts").text())
                                .contains(
                                        "“Job words” cannot be read, so this alert finds nothing. The bracket at column 1 is never closed."));
    }

    /** Fails so often that the matcher is asked no more for a while, and then with one question only. */
    private static void leaveMatcherInPeace(Person person) {
        WebPage.Form form = person.browser()
                .get("/alerts/new")
                .form("/alerts")
                .set("name", "Rust")
                .set("q", "rust");
        for (int i = 0; i < 6; i++) {
            form.submitTo("/alerts/preview");
        }
    }
}
