package io.earlybrd.account.mailstop;

import static io.earlybrd.account.mailstop.StoppedMail.BUTTON;
import static io.earlybrd.account.mailstop.StoppedMail.banner;
import static io.earlybrd.account.mailstop.StoppedMail.mailed;
import static io.earlybrd.account.mailstop.StoppedMail.now;
import static io.earlybrd.account.mailstop.StoppedMail.startAgain;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages say while mail is stopped, and the button that starts it again. */
@AccountTest
@Tag("A10")
@Tag("N8")
class MailStopPagesTest {

    private final StoppedMail notifier = new StoppedMail();

    @BeforeEach
    void matcherAnswers() {
        MatcherAnswers.finds(2);
    }

    @AfterEach
    void closeNotifier() {
        notifier.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerts", "/alerts/new", "/ledger", "/billing", "/settings"})
    void everyPage_saysThatAllMailIsStoppedSinceWhenAndHowToStartIt(String path) {
        // Given
        Person alice = Person.subscribed("Alice");
        Instant stoppedAt = now();

        // When
        notifier.stop(alice, "unsubscribed", stoppedAt);

        // Then
        Element banner = banner(alice, path);
        assertThat(banner.hasClass("warn")).isTrue();
        assertThat(banner.select("h2").text()).isEqualTo("Alert mail is stopped");
        assertThat(banner.select("p").text())
                .isEqualTo("You stopped all alert mail on " + day(stoppedAt)
                        + ". Your alerts keep looking, but nothing is mailed.");
        assertThat(banner.select("button").text()).isEqualTo("Mail me again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bounced    | Mail to you came back       | said that the address takes no mail. Your alerts keep looking, but nothing is mailed. Check that the mailbox exists
            complained | Our mail was marked as spam | was reported as spam. Your alerts keep looking, but nothing is mailed. If that was a slip, mark it as “not spam”
            moved      | Mail to you is stopped      | Your alerts keep looking, but nothing is mailed.
            """)
    void stopByOthers_saysWhatHappenedAndWhatToDo(String reason, String heading, String text) {
        // Given
        Person alice = Person.subscribed("Alice");
        Instant stoppedAt = now();

        // When
        notifier.stop(alice, reason, stoppedAt);

        // Then
        Element banner = banner(alice, "/alerts");
        assertThat(banner.hasClass("bad")).isTrue();
        assertThat(banner.select("h2").text()).isEqualTo(heading);
        assertThat(banner.select("p").text()).contains(text, alice.email(), day(stoppedAt));
        assertThat(banner.select("button").text()).isEqualTo("Mail me again");
        assertThat(banner(startAgain(alice).follow())).isNull();
    }

    @Test
    void buttonClickedTwice_isToldOnceAndAnsweredAlike() {
        // Given
        Person alice = Person.subscribed("Alice");
        notifier.stop(alice, "unsubscribed", now());
        WebPage.Form form = alice.browser().get("/alerts").form(BUTTON);

        // When
        List<WebPage> answers = List.of(form.submit().follow(), form.submit().follow());

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.document().select(".notice.good[role=status]").text())
                    .isEqualTo("Alert mail started again. It holds for every job that we find from now on.");
            assertThat(banner(answer)).isNull();
        });
        assertThat(mailed(alice)).containsExactly(true, true, false, true);
    }

    @Test
    void buttonOfSomebodyElseOrWithoutToken_startsNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        notifier.stop(alice, "unsubscribed", now());
        Person mallory = Person.subscribed("Mallory");

        // When
        mallory.browser().get("/settings").form("/settings/mail-times").submitTo(BUTTON);
        WebPage withoutToken = alice.browser().post(BUTTON, Map.of("x", "y"));

        // Then
        assertThat(withoutToken.status()).isEqualTo(403);
        assertThat(mailed(alice)).containsExactly(true, true, false);
    }

    @Test
    void otherPagesMeanwhile_promiseNoMail() {
        // Given
        Person alice = Person.subscribed("Alice");
        UUID alert = alice.createAlert("Rust", "rust");
        assertThat(alice.browser().get("/alerts").text()).contains("Next email:");

        // When
        notifier.stop(alice, "unsubscribed", now());

        // Then
        assertThat(alice.browser().get("/alerts").text())
                .contains("No email: you stopped all alert mail.")
                .doesNotContain("Next email");
        WebPage form = alice.browser().get("/alerts/" + alert);
        assertThat(form.document().select("#cad").text())
                .contains("nothing new, no mail")
                .doesNotContain("next ");
        assertThat(alice.browser().get("/settings").text()).contains("Alert mail stopped since " + day(now()));
    }

    @Test
    void bounceOfAnUnconfirmedAddress_isSaidFirstAndTheConfirmationAfterIt() {
        // Given
        Person bob = Person.named("Bob");
        bob.signUp();
        bob.logIn();
        notifier.stop(bob, "bounced", now());
        assertThat(bob.browser().get("/alerts").text()).doesNotContain("not confirmed yet");

        // When
        WebPage alerts = startAgain(bob).follow();

        // Then
        assertThat(alerts.text()).contains("Your address is not confirmed yet", "Send the mail again");
    }

    private static String day(Instant instant) {
        return Moments.weekdayAndDay(instant, ZoneId.of("Europe/Berlin"));
    }
}
