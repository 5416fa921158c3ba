package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpServerTest {

    private final SmtpServer server = SmtpServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void ordinaryMail_isRecordedWithEnvelopeTimeAndBytes() throws Exception {
        // Given
        Instant before = Instant.now();
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test", "bob@example.test");

            // When
            String leave = client.say("DATA");
            String taken = client.say("Subject: Hi\r\n\r\nOne\r\n..two\r\nthree.\r\n.");

            // Then
            assertThat(leave).startsWith("354 ");
            assertThat(taken).startsWith("250 ");
            assertThat(client.say("QUIT")).startsWith("221 ");
            assertThat(client.reply()).isNull();
        }
        assertThat(server.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.sender()).isEqualTo("alerts@example.test");
            assertThat(mail.recipients()).containsExactly("alice@example.test", "bob@example.test");
            assertThat(mail.receivedAt()).isBetween(before, Instant.now());
            assertThat(mail.source()).isEqualTo("Subject: Hi\r\n\r\nOne\r\n.two\r\nthree.\r\n");
        });
        assertThat(server.mailsTo("BOB@example.test")).hasSize(1);
        assertThat(server.mailsTo("carol@example.test")).isEmpty();
    }

    @Test
    void hello_announcesWhatTheServerCan() throws Exception {
        // Given
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.reply();

            // When
            String answer = client.say("EHLO client");

            // Then
            assertThat(answer.split("\\|"))
                    .contains("250-PIPELINING", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE 10485760")
                    .noneMatch(line -> line.contains("STARTTLS"));
        }
    }

    @Test
    void commandsSentAllAtOnce_areAnsweredInOrder() throws Exception {
        // Given
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.reply();

            // When
            client.send("EHLO c\r\nMAIL FROM:<> SIZE=20\r\nRCPT TO:<zoë@example.test> NOTIFY=NEVER\r\nDATA\r\n");
            client.send("Subject: x\r\n\r\n.\r\nMAIL FROM:<a@example.test>\r\nRSET\r\nQUIT\r\n");

            // Then
            assertThat(client.reply()).startsWith("250-");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).startsWith("250 2.1.5");
            assertThat(client.reply()).startsWith("354");
            assertThat(client.reply()).startsWith("250 2.0.0 taken");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).startsWith("250 2.0.0 forgotten");
            assertThat(client.reply()).startsWith("221");
        }
        assertThat(server.mailsTo("zoë@example.test"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.sender()).isEmpty());
    }

    @Test
    void commandsOutOfOrder_areRefused() throws Exception {
        // Given
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.reply();

            // When Then
            assertThat(client.say("RCPT TO:<a@example.test>")).startsWith("503");
            assertThat(client.say("DATA")).startsWith("503");
            assertThat(client.say("MAIL FROM:nobody")).startsWith("501");
            assertThat(client.say("WHAT")).startsWith("500");
            assertThat(client.say("AUTH PLAIN AGEAYg==")).startsWith("235");
        }
        assertThat(server.transmissions()).isEmpty();
    }

    @Test
    void clientThatGoesWithinTheMail_leavesNoMail() throws Exception {
        // Given
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");
            client.say("DATA");

            // When
            client.send("Subject: half a ma");
        }

        // Then
        try (SmtpClient next = new SmtpClient(server.port())) {
            assertThat(next.reply()).startsWith("220");
        }
        assertThat(server.transmissions()).isEmpty();
    }

    @Test
    void mailThatIsTooBig_isRefusedWithoutBeingKept() throws Exception {
        // Given
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");
            client.say("DATA");

            // When
            String line = "x".repeat(1022) + "\r\n";
            for (int i = 0; i <= 10 * 1024; i++) {
                client.send(line);
            }

            // Then
            assertThat(client.say(".")).startsWith("552 5.3.4");
            assertThat(client.say("NOOP")).startsWith("250");
        }
        assertThat(server.transmissions()).isEmpty();
    }

    @Test
    void manyClientsAtOnce_areAllServed() throws Exception {
        // Given
        ExecutorService clients = Executors.newFixedThreadPool(8);

        // When
        for (int i = 0; i < 200; i++) {
            String recipient = "reader" + i + "@example.test";
            clients.submit(() -> {
                try (SmtpClient client = new SmtpClient(server.port())) {
                    client.begin(recipient);
                    client.say("DATA");
                    return client.say("Subject: x\r\n\r\n.");
                }
            });
        }
        clients.shutdown();

        // Then
        assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.mails()).hasSize(200).extracting(ReceivedMail::id).doesNotHaveDuplicates();
        assertThat(server.connectionCount()).isEqualTo(200);
    }

    @Test
    void realMailLibrary_isUnderstood() throws Exception {
        // Given
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(server.port()));
        settings.setProperty("mail.smtp.auth", "true");
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("alerts@example.test"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("alice@example.test"));
        message.setSubject("Grüße", "UTF-8");
        message.setText("Zwei neue Stellen in Zürich", "UTF-8");

        // When
        Transport.send(message, "name", "password");

        // Then
        assertThat(server.mailsTo("alice@example.test")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Grüße");
            assertThat(mail.text()).isEqualTo("Zwei neue Stellen in Zürich\r\n");
            assertThat(mail.messageId()).startsWith("<").endsWith(">");
        });
    }

    @Test
    void clear_forgetsMailsAndRules() throws Exception {
        // Given
        server.script(
                SmtpRule.at(SmtpStage.CONNECT, SmtpReaction.reply(554, "no")).times(1));
        try (SmtpClient client = new SmtpClient(server.port())) {
            client.begin("alice@example.test");
            client.say("DATA");
            client.say("Subject: x\r\n\r\n.");
        }
        server.script(SmtpRule.at(SmtpStage.CONNECT, SmtpReaction.reply(554, "no")));

        // When
        server.clear();

        // Then
        assertThat(server.transmissions()).isEmpty();
        try (SmtpClient client = new SmtpClient(server.port())) {
            assertThat(client.reply()).startsWith("220");
        }
    }
}
