package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AddressSuppressed;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.CapturedLog;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.SmtpReaction;
import io.earlybrd.testkit.SmtpRule;
import io.earlybrd.testkit.SmtpStage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other mail servers do to mails, and what becomes of them. */
@ServiceTest
@Tag("N4")
class SmtpTest {

    private final SubscriberChanged alice = World.newSubscriber();
    private final AlertSaved alert = World.newAlert(alice, "Engineer");

    @AfterEach
    void behave() {
        Backends.smtp().behave();
    }

    @Test
    void mailOnTheWire_carriesTheMessageIdOfTheLedgerAndTheHeadersOfItsClass() {
        // When
        String jobId = sendMatch();
        World.awaitFate(jobId, "sent");

        // Then
        ReceivedMail mail = World.mailsTo(alice).get(0);
        assertThat(NOTIFIER.column("select message_id from mail where subscriber_id = '" + alice.subscriberId() + "'"))
                .containsExactly(mail.messageId());
        assertThat(mail.headers("Message-ID")).hasSize(1);
        assertThat(mail.headers("Date"))
                .singleElement()
                .asString()
                .matches("\\w{3}, \\d+ \\w{3} 2026 \\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(mail.header("From")).contains("EarlyBrd <alerts@mail.test>");
        assertThat(mail.header("To")).contains(alice.email());
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Unsubscribe").orElseThrow()).matches("<http://localhost:8080/u/[\\w-]+>");
        assertThat(mail.header("List-Id")).contains("EarlyBrd alerts <alerts.mail.test>");
        assertThat(mail.header("MIME-Version")).contains("1.0");
        assertThat(mail.header("Content-Type").orElseThrow()).startsWith("multipart/alternative");
        assertThat(mail.header("X-Mailer")).isEmpty();
        assertThat(mail.source().lines()).allMatch(line -> line.length() <= 998);
        assertThat(mail.source().indexOf("text/plain")).isLessThan(mail.source().indexOf("text/html"));
    }

    @Test
    void serverThatDefersTwice_getsTheMailOnceLater() {
        // Given
        Backends.smtp().script(rule(SmtpStage.RCPT, SmtpReaction.reply(451, "4.7.1 Try again later"), 2));

        // When
        String jobId = sendMatch();
        World.awaitFate(jobId, "sent");

        // Then
        assertThat(World.mailsTo(alice)).hasSize(1);
        assertThat(NOTIFIER.column("select attempt from mail where subscriber_id = '" + alice.subscriberId() + "'"))
                .containsExactly("3");
        await().untilAsserted(() -> assertThat(World.fatesOf(alice, jobId))
                .extracting(fate -> fate.fate() + fate.reason().map(":"::concat).orElse(""))
                .containsExactly("pending:coalescing", "pending:sending", "pending:deferred", "sent"));
    }

    @Test
    void connectionLostAfterTheLastByte_sendsTheSameMailAgain() {
        // Given
        Backends.smtp().script(rule(SmtpStage.CONTENT, SmtpReaction.reset().keepingMail(), 1));

        // When
        String jobId = sendMatch();
        World.awaitFate(jobId, "sent");

        // Then
        assertThat(World.mailsTo(alice)).hasSize(2);
        assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::messageId)
                .doesNotContain("")
                .containsOnly(World.mailsTo(alice).get(0).messageId());
    }

    @Test
    void connectionLostWithinTheMail_sendsItAgain() {
        // Given
        Backends.smtp().script(rule(SmtpStage.CONTENT, SmtpReaction.reset().afterContent(500), 1));

        // When
        String jobId = sendMatch();

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    @Test
    void serverThatRefusesToTalk_blamesNobodyAndGetsTheMailWhenItTalks() {
        // Given
        Backends.smtp()
                .script(SmtpRule.at(
                        SmtpStage.CONNECT,
                        SmtpReaction.reply(554, "5.7.1 You are blocked").thenClose()));
        Backends.smtp().script(SmtpRule.at(SmtpStage.MAIL, SmtpReaction.reply(530, "5.7.0 Authenticate first")));
        String jobId = sendMatch();
        World.awaitFate(jobId, "pending:deferred");

        // When
        Backends.smtp().behave();

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    @Test
    void serverThatRefusesToTalk_isLoggedOnceAnOutage() {
        try (CapturedLog log = CapturedLog.begin()) {
            // Given
            Backends.smtp().script(SmtpRule.at(SmtpStage.MAIL, SmtpReaction.reply(530, "5.7.0 Authenticate first")));
            String first = sendMatch();
            String second = sendMatch();
            World.awaitFate(first, "pending:deferred");
            World.awaitFate(second, "pending:deferred");

            // When
            Backends.smtp().behave();
            World.awaitFate(first, "sent");
            World.awaitFate(second, "sent");

            // Then
            assertThat(log.text())
                    .containsOnlyOnce(
                            "the SMTP server cannot be used, all mails wait and are tried again: sender-refused")
                    .contains("SENDER refused with 530")
                    .containsOnlyOnce("the SMTP server takes mails again");
        }
    }

    @Test
    void addressThatDoesNotExist_isNeverTriedAgain() {
        // Given
        Backends.smtp().script(rule(SmtpStage.RCPT, SmtpReaction.reply(550, "5.1.1 No such user"), 1));
        String bounced = sendMatch();
        World.awaitFate(bounced, "bounced:no-such-address");

        // When
        String later = sendMatch();

        // Then
        World.awaitFate(later, "suppressed:bounced");
        assertThat(World.mailsTo(alice)).isEmpty();
        assertThat(NOTIFIER.column("select address_hash from suppressed_address"))
                .noneMatch(hash -> hash.contains("@"));
        await().untilAsserted(() -> assertThat(World.kafka().readAll("deliveries").stream()
                        .filter(told -> told.key().equals(alice.subscriberId().toString()))
                        .filter(told ->
                                new String(told.headers().lastHeader("ce_type").value()).equals("AddressSuppressed"))
                        .map(told -> EventJson.read(told.value(), AddressSuppressed.class)
                                .reason()))
                .containsExactly("bounced"));
    }

    @Test
    void mailWantedAgainAfterABounce_isSentAgain() {
        // Given
        Backends.smtp().script(rule(SmtpStage.RCPT, SmtpReaction.reply(550, "5.1.1 No such user"), 1));
        World.awaitFate(sendMatch(), "bounced:no-such-address");
        World.awaitFate(sendMatch(), "suppressed:bounced");

        // When
        World.publish(new SubscriberChanged(
                alice.subscriberId(),
                alice.version() + 1,
                alice.email(),
                alice.verifiedAt(),
                alice.zone(),
                alice.schedule(),
                alice.quietHours(),
                new MailPreferences(true, Optional.of(World.now())),
                World.now()));
        World.awaitTakenIn(alice.subscriberId());

        // Then
        World.awaitFate(sendMatch(), "sent");
    }

    @Test
    void mailRefusedByPolicy_waitsForTheServersToAgreeAndLeavesTheAddressAlive() {
        // Given
        Backends.smtp()
                .script(SmtpRule.at(SmtpStage.RCPT, SmtpReaction.reply(550, "5.7.26 Unauthenticated sender"))
                        .forRecipient(alice.email()));
        String refused = sendMatch();
        World.awaitFate(refused, "pending:deferred");

        // When
        Backends.smtp().behave();

        // Then
        World.awaitFate(refused, "sent");
        World.awaitFate(sendMatch(), "sent");
    }

    @Test
    void serviceThatDiedWhileSending_resumesTheSameMail() {
        // Given: what a kill between the server's answer and the commit leaves behind.
        String jobId = World.newMatch(alice, "Engineer", alert);
        await().untilAsserted(() ->
                assertThat(NOTIFIER.column("select job_id from ledger")).contains(jobId));
        UUID mailId = UUID.randomUUID();
        NOTIFIER.change("""
                insert into mail (mail_id, subscriber_id, mail_class, message_id, state, attempt, due_at, created_at)
                values ('%s', '%s', 'alerts', '<%s@mail.test>', 'sending', 1, now() + interval '1 hour', '%s')
                """.formatted(mailId, alice.subscriberId(), mailId, World.now()));
        NOTIFIER.change(
                "update ledger set mail_id = '%s', reason = 'sending' where job_id = '%s'".formatted(mailId, jobId));

        // When: its lease ends.
        NOTIFIER.change("update mail set due_at = now() where mail_id = ?", mailId);

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(World.mailsTo(alice))
                .extracting(ReceivedMail::messageId)
                .containsExactly("<" + mailId + "@mail.test>");
        assertThat(NOTIFIER.column("select attempt from mail where mail_id = '" + mailId + "'"))
                .containsExactly("2");
    }

    @Test
    void serverThatThinksLongerThanTheLease_getsTheMailOnce() {
        // Given: leases of 5 s in tests, renewed while the server thinks.
        Backends.smtp().script(rule(SmtpStage.CONTENT, SmtpReaction.agree().after(Duration.ofSeconds(8)), 1));

        // When
        String jobId = sendMatch();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(World.fate(jobId)).isEqualTo("sent"));

        // Then
        assertThat(Backends.smtp().transmissions().stream().filter(mail -> mail.isTo(alice.email())))
                .hasSize(1);
    }

    @Test
    void mailThatIsDeferredForThreeDays_isGivenUp() {
        // Given
        Backends.smtp()
                .script(SmtpRule.at(SmtpStage.RCPT, SmtpReaction.reply(452, "4.2.2 Mailbox full"))
                        .forRecipient(alice.email()));
        World.publish(
                Cast.entitlement(alice.subscriberId(), 2, true, World.now().plus(Duration.ofDays(30)), World.now()));
        String jobId = sendMatch();
        World.awaitFate(jobId, "pending:deferred");

        // When
        World.pass(Duration.ofHours(72));
        NOTIFIER.change("update mail set due_at = now() where subscriber_id = '" + alice.subscriberId() + "'");

        // Then
        World.awaitFate(jobId, "bounced:given-up");
        List<FateChanged> fates = World.fatesOf(alice, jobId);
        assertThat(fates).extracting(FateChanged::fate).startsWith("pending", "pending", "pending");
    }

    @Test
    void mailWhoseLeaseEndsWhileItIsSent_isNotSentAgainByTheSameInstance() {
        // Given
        Backends.smtp().script(rule(SmtpStage.CONTENT, SmtpReaction.agree().after(Duration.ofSeconds(4)), 1));
        String jobId = sendMatch();
        await().untilAsserted(() -> assertThat(mailsOf(alice)).containsExactly("sending 1"));

        // When: as if the database had been away for longer than the lease.
        NOTIFIER.change("update mail set due_at = now() where subscriber_id = ?", alice.subscriberId());

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(mailsOf(alice)).containsExactly("sent 1");
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    private static List<String> mailsOf(SubscriberChanged subscriber) {
        return NOTIFIER.column(
                "select state || ' ' || attempt from mail where subscriber_id = ?", subscriber.subscriberId());
    }

    private String sendMatch() {
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);
        return jobId;
    }

    private SmtpRule rule(SmtpStage stage, SmtpReaction reaction, int times) {
        return SmtpRule.at(stage, reaction).forRecipient(alice.email()).times(times);
    }
}
