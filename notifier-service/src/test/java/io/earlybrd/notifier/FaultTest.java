package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.SmtpReaction;
import io.earlybrd.testkit.SmtpRule;
import io.earlybrd.testkit.SmtpStage;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One match of which no mail can be made, by whatever fault of ours: nobody else waits for it, and it goes when it is repaired. */
@ServiceTest
@Tag("N13")
class FaultTest {

    private final SubscriberChanged alice = World.newSubscriber();
    private final SubscriberChanged bob = World.newSubscriber();
    private final AlertSaved alert = World.newAlert(alice, "Engineer");
    private final AlertSaved other = World.newAlert(bob, "Engineer");

    @Inject
    MeterRegistry registry;

    @AfterEach
    void behave() {
        Backends.smtp().behave();
    }

    @Test
    void matchThatCannotBeDecidedOn_isPutOffAndTheOthersAreMailed() {
        // Given
        double before = putOff("dispatch");
        String broken = World.newMatch(alice, "Engineer", alert);
        String sound = World.newMatch(bob, "Engineer", other);
        await().untilAsserted(() ->
                assertThat(NOTIFIER.column("select job_id from ledger")).contains(broken, sound));
        String alerts = spoil(broken);

        // When
        World.pass(Duration.ofSeconds(61));

        // Then
        World.awaitFate(sound, "sent");
        await().untilAsserted(() -> assertThat(putOff("dispatch")).isEqualTo(before + 1));
        await().untilAsserted(() -> assertThat(NOTIFIER.text(
                        "select due_at - cast(? as timestamptz) from due_subscriber where subscriber_id = ?",
                        World.now().toString(),
                        alice.subscriberId()))
                .isEqualTo("00:01:00"));

        // When
        repair(broken, alerts);
        World.pass(Duration.ofMinutes(1));

        // Then
        World.awaitFate(broken, "sent");
    }

    @Test
    void mailThatCannotBeDecidedOn_isPutOffAndTheOthersAreSent() {
        // Given
        double before = putOff("sending");
        Backends.smtp()
                .script(SmtpRule.at(SmtpStage.RCPT, SmtpReaction.reply(451, "4.7.1 Try again later"))
                        .forRecipient(alice.email()));
        String broken = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(broken);
        World.awaitFate(broken, "pending:deferred");
        String alerts = spoil(broken);

        // When
        String sound = World.newMatch(bob, "Engineer", other);
        World.passCoalescing(sound);

        // Then
        World.awaitFate(sound, "sent");
        await().untilAsserted(() -> assertThat(NOTIFIER.text(
                        "select problem from mail where subscriber_id = ? and due_at > clock_timestamp()",
                        alice.subscriberId()))
                .isEqualTo("undecidable"));
        assertThat(putOff("sending")).isEqualTo(before + 1);

        // When
        repair(broken, alerts);
        Backends.smtp().behave();
        NOTIFIER.change("update mail set due_at = clock_timestamp() where subscriber_id = ?", alice.subscriberId());

        // Then
        World.awaitFate(broken, "sent");
    }

    private static String spoil(String jobId) {
        String alerts = NOTIFIER.text("select alerts from ledger where job_id = ?", jobId);
        NOTIFIER.change("update ledger set alerts = '[{}]' where job_id = ?", jobId);
        return alerts;
    }

    private static void repair(String jobId, String alerts) {
        NOTIFIER.change("update ledger set alerts = cast(? as jsonb) where job_id = ?", alerts, jobId);
    }

    private double putOff(String loop) {
        return registry.get("earlybrd.loop.put.off").tag("loop", loop).counter().count();
    }
}
