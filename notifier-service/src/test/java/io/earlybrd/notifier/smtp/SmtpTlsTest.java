package io.earlybrd.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, against a server whose certificate nobody has signed. */
class SmtpTlsTest {

    @TempDir
    static Path folder;

    private static Path keys;

    private final Vertx vertx = Vertx.vertx();

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = UntrustedTlsServer.makeKeys(folder);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void offeredStartTls_isUsedBeforeTheLogIn() {
        UntrustedTlsServer server = new UntrustedTlsServer(vertx, keys, false);
        SmtpSettings settings = Settings.plain(server.port());
        settings.trustAll = true;
        settings.username = Optional.of("user");
        settings.password = Optional.of("secret");

        send(settings);

        assertThat(server.heard())
                .containsSubsequence("clear EHLO localhost", "clear STARTTLS", "encrypted EHLO localhost");
        assertThat(server.heard())
                .contains("encrypted AUTH PLAIN AHVzZXIAc2VjcmV0")
                .noneMatch(line -> line.startsWith("clear MAIL"));
    }

    @Test
    void encryptionFromTheFirstByte_isUsedIfToldSo() {
        UntrustedTlsServer server = new UntrustedTlsServer(vertx, keys, true);
        SmtpSettings settings = Settings.plain(server.port());
        settings.trustAll = true;
        settings.tls = true;

        send(settings);

        assertThat(server.heard()).contains("encrypted MAIL FROM:<from@mail.test>");
    }

    @Test
    void certificateThatIsNotTrusted_sendsNothingInClear() {
        UntrustedTlsServer server = new UntrustedTlsServer(vertx, keys, false);
        SmtpSettings settings = Settings.plain(server.port());

        assertThatThrownBy(() -> send(settings)).isInstanceOf(Exception.class);

        assertThat(server.heard()).noneMatch(line -> line.contains("MAIL"));
    }

    private void send(SmtpSettings settings) {
        new SmtpClient(vertx, settings)
                .send(SmtpMessage.of("from@mail.test", "to@post.example", "Subject: x\n\nHello\n"))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
