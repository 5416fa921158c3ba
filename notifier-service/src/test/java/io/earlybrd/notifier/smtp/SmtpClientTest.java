package io.earlybrd.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.testkit.SmtpReaction;
import io.earlybrd.testkit.SmtpRule;
import io.earlybrd.testkit.SmtpServer;
import io.earlybrd.testkit.SmtpStage;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N4")
class SmtpClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final SmtpServer server = SmtpServer.start();
    private final SmtpSettings settings = Settings.plain(server.port());
    private final SmtpClient client = new SmtpClient(vertx, settings);

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void twoMails_shareAConnection() {
        send();
        send();

        assertThat(server.mails()).hasSize(2);
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    void linesWithDots_arriveAsTheyWere() {
        send("Subject: x\n\n.\n..two\nlast without end");

        assertThat(server.mails().get(0).source()).endsWith("\r\n\r\n.\r\n..two\r\nlast without end\r\n");
    }

    @Test
    void refusedRecipient_tellsStageAndCodeAndTheConnectionServesTheNextMail() {
        server.script(SmtpRule.at(SmtpStage.RCPT, SmtpReaction.reply(550, "5.1.1 No such user"))
                .times(1));

        assertThatThrownBy(this::send)
                .hasCauseInstanceOf(SmtpRefusal.class)
                .cause()
                .satisfies(failure -> {
                    SmtpRefusal refusal = (SmtpRefusal) failure;
                    assertThat(refusal.stage()).isEqualTo(SmtpRefusal.Stage.RECIPIENT);
                    assertThat(refusal.code()).isEqualTo(550);
                    assertThat(refusal.text()).contains("5.1.1");
                });
        send();

        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    void serverThatHungUpMeanwhile_isConnectedToAgain() {
        server.script(
                SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.agree().thenClose()).times(1));
        send();

        send();

        assertThat(server.mails()).hasSize(2);
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    void serverThatResetsAKeptConnectionAtTheNextMail_isConnectedToAgain() {
        send();
        server.script(SmtpRule.at(SmtpStage.MAIL, SmtpReaction.reset()).times(1));

        send();

        assertThat(server.mails()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500, 60_000})
    void connectionResetWithinTheMail_isNoticedAtOnce(long bytes) {
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reset().afterContent(bytes)));

        assertThatThrownBy(() -> send("Subject: x\n\n" + "line of text\n".repeat(20_000)))
                .hasCauseInstanceOf(SmtpUnanswered.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpStage.class,
            names = {"CONNECT", "HELLO", "MAIL", "RCPT", "DATA"})
    void connectionClosedAtAnyStage_isNoticedAtOnce(SmtpStage stage) {
        server.script(SmtpRule.at(stage, SmtpReaction.close()));

        assertThatThrownBy(this::send).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void garbage_isNoticedAtOnce() {
        server.script(SmtpRule.at(SmtpStage.CONNECT, SmtpReaction.raw("\u0000\u0001 not smtp \r\n")));

        assertThatThrownBy(this::send).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void longReply_isReadWhole() {
        server.script(SmtpRule.at(SmtpStage.DATA, SmtpReaction.lines("354-one", "354-two", "354 three")));

        send();

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void replyWithoutEnd_isCutOff() {
        server.script(SmtpRule.at(SmtpStage.HELLO, SmtpReaction.raw("250-x\r\n".repeat(1000))));

        assertThatThrownBy(this::send).isInstanceOf(CompletionException.class);
    }

    @Test
    void answersThatAreSmuggledIn_areNeverTakenForThoseToLaterCommands() {
        // Given: a server that answers twice, so that each later answer would be read one command too early.
        server.script(SmtpRule.at(SmtpStage.RCPT, SmtpReaction.lines("550 5.1.1 No such user", "250 smuggled"))
                .times(1));
        assertThatThrownBy(this::send).hasCauseInstanceOf(SmtpRefusal.class);

        // When
        long taken = IntStream.range(0, 4).filter(i -> isTaken()).count();

        // Then: at most one mail pays for it, and none is thought sent that is not.
        assertThat(taken).isBetween(3L, 4L);
        assertThat(server.mails()).hasSize((int) taken);
    }

    @ParameterizedTest
    @CsvSource({"DATA, 250 done", "CONTENT, 354 go on", "MAIL, 354 go on", "RCPT, 354 go on", "HELLO, 354 go on"})
    void agreementToSomethingElse_isNotBelieved(SmtpStage stage, String answer) {
        server.script(SmtpRule.at(stage, SmtpReaction.lines(answer)));

        assertThatThrownBy(this::send)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isNotNull();
    }

    @Test
    void mailThatIsNotAnswered_isToldFromOneThatWasNotSent() {
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reset()).times(1));
        assertThatThrownBy(this::send).hasCauseInstanceOf(SmtpUnanswered.class);

        server.script(SmtpRule.at(SmtpStage.DATA, SmtpReaction.reset()).times(1));
        assertThatThrownBy(this::send).hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"SIZE 1000, false", "SIZE 1000000, true", "SIZE 0, true", "SIZE, true", "SIZE much, true"})
    void mailLargerThanTheServerTakes_isNotSent(String offer, boolean sent) {
        server.script(SmtpRule.at(SmtpStage.HELLO, SmtpReaction.lines("250-testkit", "250 " + offer)));
        String mail = "Subject: x\n\n" + "line of text\n".repeat(100);

        if (sent) {
            send(mail);
        } else {
            assertThatThrownBy(() -> send(mail)).cause().isInstanceOfSatisfying(SmtpRefusal.class, refusal -> {
                assertThat(refusal.stage()).isEqualTo(SmtpRefusal.Stage.SENDER);
                assertThat(refusal.text()).startsWith("5.3.4");
            });
        }

        assertThat(server.transmissions()).hasSize(sent ? 1 : 0);
    }

    @Test
    void logInWithoutEncryption_isDoneOnlyIfToldSo() {
        settings.username = Optional.of("user");
        settings.password = Optional.of("secret");
        assertThatThrownBy(this::send).hasMessageContaining("the server offers no encryption");

        settings.startTls = "disabled";
        send();

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void wrongPassword_isARefusalOfTheSession() {
        settings.username = Optional.of("user");
        settings.password = Optional.of("wrong");
        settings.startTls = "disabled";
        server.script(SmtpRule.at(SmtpStage.AUTH, SmtpReaction.reply(535, "5.7.8 Bad credentials")));

        assertThatThrownBy(this::send)
                .hasCauseInstanceOf(SmtpRefusal.class)
                .cause()
                .satisfies(
                        failure -> assertThat(((SmtpRefusal) failure).stage()).isEqualTo(SmtpRefusal.Stage.SESSION));
    }

    @Test
    void nobodyListens_failsAtOnce() {
        server.close();

        assertThatThrownBy(this::send).hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example>\r\nRCPT TO:<c@d.example", "a b@c.example", "<a@b.example>", "a@", "@b", ""})
    void addressThatIsMoreThanAnAddress_isNeverSent(String address) {
        assertThat(SmtpMessage.isAddress(address)).isFalse();
        assertThatThrownBy(() -> SmtpMessage.of("from@mail.test", address, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean isTaken() {
        try {
            send();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private void send() {
        send("Subject: x\n\nHello\n");
    }

    private void send(String mail) {
        client.send(SmtpMessage.of("from@mail.test", "to@post.example", mail))
                .await()
                .atMost(PATIENCE);
    }
}
