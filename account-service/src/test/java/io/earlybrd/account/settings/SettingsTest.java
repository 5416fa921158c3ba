package io.earlybrd.account.settings;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.MatcherAnswers;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.QuietHours;
import io.earlybrd.events.SubscriberChanged;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@AccountTest
@Tag("A8")
@Tag("A9")
class SettingsTest {

    @Test
    void timesOfMail_areSavedShownOnTheAlertsAndTold() {
        // Given
        Person alice = Person.subscribed("Alice");
        MatcherAnswers.finds(2);
        alice.createAlert("Rust", "rust");

        // When
        WebPage answer = alice.browser()
                .get("/settings")
                .form("/settings/mail-times")
                .set("zone", "Asia/Tokyo")
                .set("hour", "7")
                .set("weekday", "5")
                .set("from", "22:00")
                .set("to", "06:30")
                .submit();

        // Then
        assertThat(answer.follow().text()).contains("Saved.");
        SubscriberChanged told =
                ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()).get(2);
        assertThat(told.version()).isEqualTo(3);
        assertThat(told.zone()).isEqualTo("Asia/Tokyo");
        assertThat(told.schedule()).contains(new DigestSchedule(7, 5));
        assertThat(told.quietHours()).contains(new QuietHours("22:00", "06:30"));
        assertThat(alice.browser().get("/alerts").text())
                .containsPattern("Next email: \\w{3} 07:00 Asia/Tokyo · daily digest");
    }

    @Test
    void halfOfQuietHours_isShownAgainWithWhatToDo() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        WebPage answer = alice.browser()
                .get("/settings")
                .form("/settings/mail-times")
                .set("from", "22:00")
                .submit();

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Name both ends, such as 22:00 and 07:00, or leave both empty.");
        assertThat(answer.document().select("#from").attr("value")).isEqualTo("22:00");
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()))
                .hasSize(2);
    }

    @Test
    void quietHoursThatAreEmptied_areGone() {
        // Given
        Person alice = Person.subscribed("Alice");
        alice.browser()
                .get("/settings")
                .form("/settings/mail-times")
                .set("from", "22:00")
                .set("to", "07:00")
                .submit();

        // When
        alice.browser()
                .get("/settings")
                .form("/settings/mail-times")
                .set("from", "")
                .set("to", "")
                .submit();

        // Then
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, alice.id().toString()))
                .extracting(told -> told.quietHours().isPresent())
                .containsExactly(false, false, true, false);
    }
}
