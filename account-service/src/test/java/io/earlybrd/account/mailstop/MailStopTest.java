package io.earlybrd.account.mailstop;

import static io.earlybrd.account.mailstop.StoppedMail.mailed;
import static io.earlybrd.account.mailstop.StoppedMail.now;
import static io.earlybrd.account.mailstop.StoppedMail.startAgain;
import static io.earlybrd.account.mailstop.StoppedMail.told;
import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.events.SubscriberChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is stored and told of stops, however often and in whatever order they come. */
@AccountTest
@Tag("N8")
class MailStopTest {

    private final StoppedMail notifier = new StoppedMail();

    @AfterEach
    void closeNotifier() {
        notifier.close();
    }

    @Test
    void stopAndStartAgain_arePublishedAsTwoVersionsInOrder() {
        // Given
        Person alice = Person.subscribed("Alice");
        Instant stoppedAt = now();

        // When
        notifier.stop(alice, "unsubscribed", stoppedAt);
        startAgain(alice);

        // Then
        assertThat(told(alice)).extracting(SubscriberChanged::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(mailed(alice)).containsExactly(true, true, false, true);
        assertThat(told(alice).get(1).preferences().stopSeen()).isEmpty();
        assertThat(told(alice).get(3).preferences().stopSeen()).contains(stoppedAt.truncatedTo(ChronoUnit.MICROS));
        await().untilAsserted(() -> assertThat(notifier.published(alice)).isEqualTo(told(alice)));
    }

    @Test
    void stopThatComesTwice_isToldOnce() {
        // Given
        Person alice = Person.subscribed("Alice");
        // Finer than the database keeps it.
        Instant stoppedAt = now().plusNanos(1_234_567);

        // When
        UUID eventId = notifier.tell(alice, "unsubscribed", stoppedAt);
        notifier.tellAgain(eventId, alice, "unsubscribed", stoppedAt);
        notifier.awaitHandled(notifier.tell(alice, "unsubscribed", stoppedAt));

        // Then
        assertThat(mailed(alice)).containsExactly(true, true, false);
    }

    @Test
    void oldStopsAfterAStart_changeNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        Instant stoppedAt = now();
        UUID eventId = notifier.tell(alice, "unsubscribed", stoppedAt);
        notifier.awaitHandled(eventId);
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        startAgain(alice);

        // When
        notifier.tellAgain(eventId, alice, "unsubscribed", stoppedAt);
        notifier.tell(alice, "unsubscribed", stoppedAt);
        notifier.awaitHandled(notifier.tell(alice, "bounced", stoppedAt.minusSeconds(60)));

        // Then
        assertThat(mailed(alice)).containsExactly(true, true, false, true);
        assertThat(StoppedMail.banner(alice, "/alerts")).isNull();
    }

    @Test
    void replayOfAStopThatTheInboxHasForgotten_changesNothing() {
        // Given
        Person alice = Person.subscribed("Alice");
        Instant stoppedAt = now();
        UUID eventId = notifier.tell(alice, "unsubscribed", stoppedAt);
        notifier.awaitHandled(eventId);
        startAgain(alice);
        ACCOUNT.column("delete from inbox where event_id = ? returning event_id", eventId);

        // When
        notifier.tellAgain(eventId, alice, "unsubscribed", stoppedAt);
        notifier.awaitHandled(eventId);

        // Then
        assertThat(mailed(alice)).containsExactly(true, true, false, true);
    }

    @Test
    void stopAfterAStart_stopsAgain() {
        // Given
        Person alice = Person.subscribed("Alice");
        notifier.stop(alice, "unsubscribed", now());
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        startAgain(alice);
        TestClock.CLOCK.advance(Duration.ofMinutes(2));

        // When
        notifier.stop(alice, "unsubscribed", now());
        startAgain(alice);

        // Then
        assertThat(mailed(alice)).containsExactly(true, true, false, true, false, true);
        await().untilAsserted(() -> assertThat(notifier.published(alice)).isEqualTo(told(alice)));
    }

    @Test
    void stopThatTheStartDidNotKnowOf_isNotMissed() {
        // Given
        Person alice = Person.subscribed("Alice");
        notifier.stop(alice, "bounced", now());
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        startAgain(alice);

        // When
        notifier.stop(alice, "bounced", now().minusSeconds(60));

        // Then
        assertThat(mailed(alice)).containsExactly(true, true, false, true, false);
    }

    @Test
    void newerStopWhileStopped_isShownInsteadAndAcknowledged() {
        // Given
        Person alice = Person.subscribed("Alice");
        notifier.stop(alice, "complained", now());

        // When
        notifier.stop(alice, "unsubscribed", now().plusSeconds(1));

        // Then
        assertThat(StoppedMail.banner(alice, "/alerts").text()).startsWith("Alert mail is stopped");
        assertThat(mailed(alice)).containsExactly(true, true, false, false);
    }

    @Test
    void stopsOfNobodyAndOfAnErasedSubscriber_changeNothing() {
        // Given
        int deadLetters = notifier.deadLetters();
        UUID unknown = UUID.randomUUID();
        UUID erased = Person.subscribed("Erased").id();
        ACCOUNT.column("delete from subscriber where id = ? returning id", erased);

        // When
        List<UUID> events =
                List.of(notifier.tell(unknown, "unsubscribed", now()), notifier.tell(erased, "bounced", now()));

        // Then
        events.forEach(notifier::awaitHandled);
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, unknown.toString())).isEmpty();
        assertThat(ACCOUNT.outbox(SubscriberChanged.class, erased.toString())).hasSize(2);
        assertThat(notifier.deadLetters()).isEqualTo(deadLetters);
    }

    @Test
    void settingsSavedWhileStopped_doNotStartMail() {
        // Given
        Person alice = Person.subscribed("Alice");
        notifier.stop(alice, "unsubscribed", now());

        // When
        alice.browser()
                .get("/settings")
                .form("/settings/mail-times")
                .set("hour", "7")
                .submit();

        // Then
        assertThat(mailed(alice)).containsExactly(true, true, false, false);
    }

    @Test
    void startWithoutAStop_isNotTold() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        int status = alice.browser()
                .get("/settings")
                .form("/settings/mail-times")
                .submitTo(StoppedMail.BUTTON)
                .status();

        // Then
        assertThat(status).isEqualTo(303);
        assertThat(mailed(alice)).containsExactly(true, true);
    }
}
