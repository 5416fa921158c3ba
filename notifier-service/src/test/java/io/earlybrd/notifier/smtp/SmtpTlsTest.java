package io.earlybrd.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.parsetools.RecordParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, against a server whose certificate nobody has signed. */
class SmtpTlsTest {

    private static final String PASSWORD = "test-password";

    @TempDir
    static Path folder;

    private static Path keys;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeCertificate() throws Exception {
        keys = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "smtp",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=other.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void offeredStartTls_isUsedBeforeTheLogIn() {
        SmtpSettings settings = Settings.plain(startServer(false));
        settings.trustAll = true;
        settings.username = Optional.of("user");
        settings.password = Optional.of("secret");

        send(settings);

        assertThat(heard).containsSubsequence("clear EHLO localhost", "clear STARTTLS", "encrypted EHLO localhost");
        assertThat(heard)
                .contains("encrypted AUTH PLAIN AHVzZXIAc2VjcmV0")
                .noneMatch(line -> line.startsWith("clear MAIL"));
    }

    @Test
    void encryptionFromTheFirstByte_isUsedIfToldSo() {
        SmtpSettings settings = Settings.plain(startServer(true));
        settings.trustAll = true;
        settings.tls = true;

        send(settings);

        assertThat(heard).contains("encrypted MAIL FROM:<from@mail.test>");
    }

    @Test
    void certificateThatIsNotTrusted_sendsNothingInClear() {
        SmtpSettings settings = Settings.plain(startServer(false));

        assertThatThrownBy(() -> send(settings)).isInstanceOf(Exception.class);

        assertThat(heard).noneMatch(line -> line.contains("MAIL"));
    }

    private void send(SmtpSettings settings) {
        new SmtpClient(vertx, settings)
                .send(SmtpMessage.of("from@mail.test", "to@post.example", "Subject: x\n\nHello\n"))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private int startServer(boolean encrypted) {
        NetServerOptions options = new NetServerOptions()
                .setHost("127.0.0.1")
                .setSsl(encrypted)
                .setKeyCertOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
        NetServer server = vertx.createNetServer(options).connectHandler(this::serve);
        return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private void serve(NetSocket socket) {
        socket.handler(RecordParser.newDelimited("\r\n", line -> answer(socket, line.toString())));
        socket.write("220 test\r\n");
    }

    private void answer(NetSocket socket, String line) {
        heard.add((socket.isSsl() ? "encrypted " : "clear ") + line);
        String verb = line.split(" ")[0];
        switch (verb) {
            case "EHLO" ->
                socket.write(socket.isSsl() ? "250-test\r\n250 AUTH PLAIN\r\n" : "250-test\r\n250 STARTTLS\r\n");
            case "STARTTLS" -> socket.write("220 go\r\n").onSuccess(done -> socket.upgradeToSsl());
            case "AUTH" -> socket.write("235 ok\r\n");
            case "DATA" -> socket.write("354 go\r\n");
            case "MAIL", "RCPT", ".", "QUIT" -> socket.write("250 ok\r\n");
            default -> {
                // A line of the mail.
            }
        }
    }
}
