package io.earlybrd.notifier.mail;

import static io.earlybrd.notifier.testing.Entries.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.ledger.Fate;
import io.earlybrd.notifier.ledger.FateChange;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.alert.MailedMatch;
import io.earlybrd.notifier.smtp.Clients;
import io.earlybrd.notifier.smtp.SmtpClient;
import io.earlybrd.notifier.smtp.UntrustedTlsServer;
import io.earlybrd.notifier.testing.Entries;
import io.earlybrd.testkit.MutableClock;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.SharedData;
import io.earlybrd.testkit.SmtpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded behaviours of mail servers, each played by one: what becomes of the mail, its matches and its address. */
@Tag("N4")
@Tag("N8")
class SmtpRepliesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALICE = "alice@post.example";
    private static final String BOB = "bob@post.example";

    private final MailConfig config = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(MailConfig.class)
            .build()
            .getConfigMapping(MailConfig.class);
    private final MailDomain domain = new MailDomain(config, URI.create("https://mail.test"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MailMetrics metrics = new MailMetrics(registry, MutableClock.at(NOW));
    private final Vertx vertx = Vertx.vertx();
    private final SmtpServer server = SmtpServer.start();

    private Optional<UntrustedTlsServer> untrusted = Optional.empty();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void serverThatDoesSo_hasItsMailTreatedSo(SmtpRow row) throws Exception {
        // Given
        SmtpTransport transport = new SmtpTransport(clientFor(row), domain);
        row.play(server, ALICE);

        // When
        SmtpOutcome outcome = send(transport, ALICE);

        // Then
        Attempt attempt = new Attempt(mail(), outcome);
        metrics.attempted(attempt);
        AttemptResult result = AttemptResult.of(attempt, new RetrySchedule(config.retry()), NOW);
        switch (row.decision()) {
            case "ok" -> {
                assertSentOnce(result);
                if (row.stage().equals("quit")) {
                    assertGoodbyeHarmsNobody(transport);
                }
            }
            case "defer", "soft" -> assertWaits(result, row);
            case "defer-host", "defer-all" -> {
                assertThat(outcome).isInstanceOf(SmtpOutcome.Unreachable.class);
                assertWaits(result, row);
            }
            case "unknown" -> {
                assertThat(outcome).isInstanceOf(SmtpOutcome.Ambiguous.class);
                assertWaits(result, row);
                assertSameMailGoesNext();
            }
            case "hard" -> assertBounced(result, "no-such-address", Optional.of(ALICE));
            case "policy" -> {
                assertThat(outcome).isEqualTo(new SmtpOutcome.Deferred("policy"));
                assertWaits(result, row);
            }
            case "size" -> {
                assertBounced(result, "message-refused", Optional.empty());
                assertThat(server.transmissions()).isEmpty();
            }
            case "fail-msg" -> assertBounced(result, "message-refused", Optional.empty());
            case "per-rcpt" -> {
                assertBounced(result, "no-such-address", Optional.of(ALICE));
                assertOthersGet(transport);
            }
            case "as coded" -> {
                assertThat(outcome).isEqualTo(new SmtpOutcome.Deferred("policy"));
                assertWaits(result, row);
                assertThat(outcome.toString()).doesNotContain("forged");
                server.behave();
                assertOthersGet(transport);
            }
            default -> fail("a decision that no test knows: " + row);
        }
        untrusted.ifPresent(
                other -> assertThat(other.heard()).contains("clear STARTTLS").noneMatch(line -> line.contains("MAIL")));
        if (row.expected().contains("alarm")) {
            assertCountedByItsOwnWord(outcome);
        }
    }

    static Stream<SmtpRow> rows() throws IOException {
        return Files.readAllLines(SharedData.path("trust/email/smtp_replies.tsv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(SmtpRow::of);
    }

    /** The client whose settings the behaviour is about. */
    private SmtpClient clientFor(SmtpRow row) throws Exception {
        if (row.stage().equals("starttls")) {
            untrusted = Optional.of(new UntrustedTlsServer(vertx, UntrustedTlsServer.makeKeys(folder), false));
            return Clients.plain(vertx, untrusted.get().port());
        }
        if (row.stage().equals("auth")) {
            return Clients.loggingIn(vertx, server.port());
        }
        if (row.stage().equals("ehlo")) {
            return Clients.clear(vertx, server.port());
        }
        if (row.reply().contains("slow")) {
            return Clients.hurriedAboutGreetings(vertx, server.port());
        }
        return row.reply().contains(" min")
                ? Clients.hurriedAboutMails(vertx, server.port())
                : Clients.plain(vertx, server.port());
    }

    private static void assertWaits(AttemptResult result, SmtpRow row) {
        assertThat(result.settlement().state()).isEqualTo(MailState.QUEUED);
        assertThat(result.changes()).extracting(FateChange::fate).containsExactly(Fate.PENDING);
        assertThat(result.deadAddress()).isEmpty();
        if (row.expected().contains(">= 5 min")) {
            assertThat(result.settlement().pause()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        }
    }

    private static void assertBounced(AttemptResult result, String problem, Optional<String> deadAddress) {
        assertThat(result.settlement().state()).isEqualTo(MailState.BOUNCED);
        assertThat(result.settlement().problem()).contains(problem);
        assertThat(result.changes()).extracting(FateChange::fate).containsExactly(Fate.BOUNCED);
        assertThat(result.deadAddress()).isEqualTo(deadAddress);
    }

    private void assertSentOnce(AttemptResult result) {
        assertThat(result.settlement().state()).isEqualTo(MailState.SENT);
        assertThat(server.mailsTo(ALICE)).hasSize(1);
        assertThat(server.transmissions()).hasSize(1);
    }

    /** So many mails that the client says goodbye and connects again. */
    private void assertGoodbyeHarmsNobody(SmtpTransport transport) {
        for (int i = 0; i < 100; i++) {
            assertThat(send(transport, BOB)).isInstanceOf(SmtpOutcome.Accepted.class);
        }
        assertThat(server.connectionCount()).isEqualTo(2);
        assertThat(server.mailsTo(BOB)).hasSize(100);
    }

    private void assertSameMailGoesNext() {
        server.behave();
        assertThat(send(new SmtpTransport(Clients.plain(vertx, server.port()), domain), ALICE))
                .isInstanceOf(SmtpOutcome.Accepted.class);
        assertThat(server.transmissions())
                .hasSizeBetween(1, 2)
                .extracting(ReceivedMail::messageId)
                .containsOnly(mail().mail().messageId());
    }

    private void assertOthersGet(SmtpTransport transport) {
        // A server that talks out of turn may cost the next mail an attempt.
        SmtpOutcome first = send(transport, BOB);
        if (!(first instanceof SmtpOutcome.Accepted)) {
            assertThat(first).isInstanceOf(SmtpOutcome.Unreachable.class);
            assertThat(send(transport, BOB)).isInstanceOf(SmtpOutcome.Accepted.class);
        }
        assertThat(server.transmissions())
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly(BOB));
    }

    private void assertCountedByItsOwnWord(SmtpOutcome outcome) {
        assertThat(outcome.problem()).isIn("session-refused", "sender-refused", "policy");
        assertThat(registry.get(MailMetrics.SENT)
                        .tag("problem", outcome.problem())
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private SmtpOutcome send(SmtpTransport transport, String to) {
        Letter letter = new Letter(
                domain.sender("alerts"),
                to,
                "Engineer at Fjordbank",
                "A new job.\n".repeat(200),
                "<p>A new job.</p>",
                Map.of("Message-ID", mail().mail().messageId()));
        return transport.send(letter).await().atMost(PATIENCE);
    }

    /** A mail for Alice with one match, as it is let go. */
    private static ReadyMail mail() {
        Alert alert = Entries.alert("Engineer", "instant");
        LedgerEntry match = Entries.entry("job-1", alert);
        QueuedMail queued = new QueuedMail(
                new UUID(0, 1), Entries.ALICE, "alerts", "<1@mail.test>", 1, Optional.empty(), NOW, Optional.empty());
        return new ReadyMail.OfAlerts(queued, Entries.alice(alert), List.of(new MailedMatch(match, match.alerts())));
    }
}
