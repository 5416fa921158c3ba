package io.earlybrd.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that encrypts, with a certificate for another name that nobody has signed. */
public final class UntrustedTlsServer {

    private static final String PASSWORD = "test-password";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final NetServer server;

    /** Listens, encrypted from the first byte or once it is asked for. */
    public UntrustedTlsServer(Vertx vertx, Path keys, boolean encrypted) {
        NetServerOptions options = new NetServerOptions()
                .setHost("127.0.0.1")
                .setSsl(encrypted)
                .setKeyCertOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
        this.server = vertx.createNetServer(options)
                .connectHandler(this::serve)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Makes the key and the certificate. */
    public static Path makeKeys(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
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
        return keys;
    }

    /** Its port on the loopback address. */
    public int port() {
        return server.actualPort();
    }

    /** The lines that it got, each with {@code clear} or {@code encrypted} before it. */
    public List<String> heard() {
        return heard;
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
