package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is not mailed, decided at the moment of sending by what has arrived until then. */
@ServiceTest
class SilenceTest {

    @Test
    @Tag("N4")
    void trialThatEndsWhileAMatchWaits_isNotMailed() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        World.publish(
                Cast.entitlement(alice.subscriberId(), 2, true, World.now().plusSeconds(30), World.now()));
        AlertSaved alert = World.newAlert(alice, "Engineer");
        await().untilAsserted(() -> assertThat(NOTIFIER.column(
                        "select version from entitlement where subscriber_id = '" + alice.subscriberId() + "'"))
                .containsExactly("2"));

        // When
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);

        // Then
        World.awaitFate(jobId, "suppressed:not-entitled");
        assertThat(World.mailsTo(alice)).isEmpty();
    }

    @Test
    void olderRecords_changeNothing() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        UUID alertId = UUID.randomUUID();
        World.publish(
                alert(alertId, 7, alice, true),
                alert(alertId, 6, alice, false),
                Cast.entitlement(alice.subscriberId(), 9, false, World.now(), World.now()),
                Cast.entitlement(alice.subscriberId(), 8, true, World.now().plusSeconds(999), World.now()),
                subscriber(alice, 5, "new@post.example", true),
                subscriber(alice, 4, "old@post.example", true));

        // When
        World.awaitTakenIn(alice.subscriberId(), alertId);

        // Then
        assertThat(NOTIFIER.column("select version || ':' || paused from alert where alert_id = '" + alertId + "'"))
                .containsExactly("7:true");
        assertThat(NOTIFIER.column(
                        "select allowed from entitlement where subscriber_id = '" + alice.subscriberId() + "'"))
                .containsExactly("f");
        assertThat(NOTIFIER.column("select email from subscriber where subscriber_id = '" + alice.subscriberId() + "'"))
                .containsExactly("new@post.example");
    }

    @Test
    void deletedAlert_isNotMailedThoughALateRecordComesAfterIt() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        World.kafka().publishTombstone(Topic.ALERTS, alert.alertId().toString());
        World.publish(alert(alert.alertId(), 2, alice, false));
        World.awaitTakenIn(alice.subscriberId(), alert.alertId());

        // When
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);

        // Then
        World.awaitFate(jobId, "suppressed:alert-deleted");
    }

    @Test
    void alertsSwitchedOffInTheSettings_areNotMailed() {
        // Given
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        World.publish(subscriber(alice, 2, alice.email(), false));
        World.awaitTakenIn(alice.subscriberId(), alert.alertId());

        // When
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);

        // Then
        World.awaitFate(jobId, "suppressed:alerts-off");
    }

    @Test
    void alertPausedAfterItsMailWasQueued_isNotMailed() {
        // Given: a mail that waits for its next attempt, as after an answer of 4xx.
        SubscriberChanged alice = World.newSubscriber();
        AlertSaved alert = World.newAlert(alice, "Engineer");
        String jobId = World.newMatch(alice, "Engineer", alert);
        await().untilAsserted(() ->
                assertThat(NOTIFIER.column("select job_id from ledger")).contains(jobId));
        UUID mailId = UUID.randomUUID();
        NOTIFIER.change("""
                insert into mail (mail_id, subscriber_id, mail_class, message_id, state, due_at, created_at)
                values ('%s', '%s', 'alerts', '<%s@mail.test>', 'queued', now() + interval '1 hour', now())
                """.formatted(mailId, alice.subscriberId(), mailId));
        NOTIFIER.change("update ledger set mail_id = '%s' where job_id = '%s'".formatted(mailId, jobId));
        World.publish(alert(alert.alertId(), 2, alice, true));
        World.awaitTakenIn(alice.subscriberId(), alert.alertId());

        // When
        NOTIFIER.change("update mail set due_at = now() where mail_id = '" + mailId + "'");

        // Then
        World.awaitFate(jobId, "suppressed:alert-paused");
        assertThat(NOTIFIER.column("select state from mail where mail_id = '" + mailId + "'"))
                .containsExactly("cancelled");
        assertThat(World.mailsTo(alice)).isEmpty();
    }

    @Test
    void erasedSubscriber_leavesNothingBehind() {
        // Given
        SubscriberChanged carol = World.newSubscriber();
        AlertSaved alert = World.newAlert(carol, "Canary alert name");
        String jobId = World.newMatch(carol, "Engineer", alert);
        World.passCoalescing(jobId);
        World.awaitFate(jobId, "sent");

        // When
        World.kafka().publishTombstone(Topic.SUBSCRIBERS, carol.subscriberId().toString());
        World.publish(subscriber(carol, 99, carol.email(), true));

        // Then
        String of = " where subscriber_id = '" + carol.subscriberId() + "'";
        await().untilAsserted(() -> assertThat(NOTIFIER.column("select erased from subscriber" + of))
                .containsExactly("t"));
        for (String table :
                List.of("ledger", "mail", "due_subscriber", "entitlement", "alert_stop", "opt_out", "alert")) {
            assertThat(NOTIFIER.column("select 1 from " + table + of)).as(table).isEmpty();
        }
        assertThat(NOTIFIER.column("select email from subscriber" + of)).containsOnlyNulls();
        assertThat(NOTIFIER.column("select name from alert where alert_id = '" + alert.alertId() + "'"))
                .containsOnlyNulls();
    }

    private static AlertSaved alert(UUID alertId, long version, SubscriberChanged owner, boolean paused) {
        return Cast.alert(
                alertId, version, owner.subscriberId(), "x", AlertSaved.INSTANT, paused, Optional.empty(), World.now());
    }

    private static SubscriberChanged subscriber(SubscriberChanged of, long version, String email, boolean alerts) {
        return new SubscriberChanged(
                of.subscriberId(),
                version,
                email,
                of.verifiedAt(),
                of.zone(),
                of.schedule(),
                of.quietHours(),
                new MailPreferences(alerts, Optional.empty()),
                of.changedAt());
    }
}
