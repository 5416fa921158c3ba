package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server does when it is told to behave badly. */
class SmtpScriptTest {

    private static final String MAIL = "Subject: x\r\n\r\n.";

    private final SmtpServer server = SmtpServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void ruleForOneRecipient_leavesTheOtherAlone() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.RCPT, SmtpReaction.reply(550, "5.1.1 no such user"))
                .forRecipient("bob@example.test"));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");

            // When
            String refusal = client.say("RCPT TO:<Bob@example.test>");
            client.say("DATA");
            client.say(MAIL);

            // Then
            assertThat(refusal).isEqualTo("550 5.1.1 no such user");
        }
        assertThat(server.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("alice@example.test"));
    }

    @Test
    void ruleForTheFirstTime_letsTheSecondTryThrough() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.RCPT, SmtpReaction.reply(450, "4.7.1 Greylisted"))
                .times(1));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin();

            // When Then
            assertThat(client.say("RCPT TO:<alice@example.test>")).startsWith("450");
            assertThat(client.say("RCPT TO:<alice@example.test>")).startsWith("250");
        }
    }

    @Test
    void refusalAfterTheMail_isATransmissionButNoMail() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reply(554, "5.7.1 spam")));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");
            client.say("DATA");

            // When
            String answer = client.say(MAIL);

            // Then
            assertThat(answer).startsWith("554");
        }
        assertThat(server.mails()).isEmpty();
        assertThat(server.transmissions()).hasSize(1);
    }

    @Test
    void resetInsteadOfTheLastAnswer_mayKeepTheMailOrNot() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reset().keepingMail())
                .times(1));
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reset()).times(1));

        // When
        for (int i = 0; i < 2; i++) {
            try (SmtpClient client = new SmtpClient(server.port())) {
                client.begin("alice@example.test");
                client.say("DATA");
                assertThatThrownBy(() -> client.say(MAIL)).isInstanceOf(SocketException.class);
            }
        }

        // Then
        assertThat(server.mails()).hasSize(1);
        assertThat(server.transmissions()).hasSize(2);
    }

    @Test
    void answerBeforeTheEnd_isHeardByTheClient() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.agree().thenClose()));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");
            client.say("DATA");

            // When Then
            assertThat(client.say(MAIL)).startsWith("250");
            assertThat(client.reply()).isNull();
        }
    }

    @Test
    void connectionCutWithinTheMail_leavesNoTransmission() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reset().afterContent(5)));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");
            client.say("DATA");

            // When Then
            assertThatThrownBy(() -> client.say(MAIL)).isInstanceOf(SocketException.class);
        }
        assertThat(server.transmissions()).isEmpty();
    }

    @Test
    void refusalOfTheDataCommand_readsNoMail() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.DATA, SmtpReaction.reply(451, "4.3.0 later"))
                .forRecipients(recipient -> recipient.endsWith("@example.test")));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");

            // When Then
            assertThat(client.say("DATA")).startsWith("451");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    @Test
    void delayedAndTrickledAnswer_takesItsTime() throws Exception {
        // Given
        server.script(SmtpRule.at(
                SmtpStage.CONNECT,
                SmtpReaction.reply(220, "slow").after(Duration.ofMillis(200)).slowly(Duration.ofMillis(20))));
        long start = System.nanoTime();
        try (SmtpClient client = new SmtpClient(server.port())) {
            // When
            String banner = client.reply();

            // Then
            assertThat(banner).isEqualTo("220 slow");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(350));
        }
    }

    @Test
    void garbageAndSeveralLines_goOverTheWireAsTheyAre() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.CONNECT, SmtpReaction.raw("\u0001\u0002 not smtp\n")));
        server.script(SmtpRule.at(SmtpStage.HELLO, SmtpReaction.lines("250-one", "250-SIZE 1000", "250 STARTTLS")));
        server.script(
                SmtpRule.at(SmtpStage.STARTTLS, SmtpReaction.reply(220, "go").thenReset()));
        try (SmtpClient client = new SmtpClient(server.port())) {
            // When Then
            assertThat(client.reply()).isEqualTo("\u0001\u0002 not smtp");
            assertThat(client.say("EHLO c")).isEqualTo("250-one|250-SIZE 1000|250 STARTTLS");
            assertThat(client.say("STARTTLS")).isEqualTo("220 go");
            assertThatThrownBy(client::reply).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void refusedLogin_isTold() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.AUTH, SmtpReaction.reply(535, "5.7.8 bad credentials")));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.reply();

            // When Then
            assertThat(client.say("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
            assertThat(client.say("bmFtZQ==")).isEqualTo("334 UGFzc3dvcmQ6");
            assertThat(client.say("cGFzcw==")).isEqualTo("535 5.7.8 bad credentials");
        }
    }

    @Test
    void serverThatWaitsOnPurpose_closesAtOnce() throws Exception {
        // Given
        server.script(SmtpRule.at(SmtpStage.CONNECT, SmtpReaction.agree().after(Duration.ofMinutes(11))));
        try (SmtpClient client = new SmtpClient(server.port())) {
            // When
            server.close();

            // Then
            assertThatThrownBy(() -> {
                        if (client.reply() == null) {
                            throw new SocketException("ended in order");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }
}
