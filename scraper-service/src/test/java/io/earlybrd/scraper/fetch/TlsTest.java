package io.earlybrd.scraper.fetch;

import static io.earlybrd.scraper.fetch.TestFetcher.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.testkit.MutableClock;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to the checked address, and still trusts only the certificate of the name. */
@Tag("T24")
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    void certificate_isCheckedAgainstTheNameThoughTheAddressIsPinned() throws Exception {
        // Given
        Path keys = folder.resolve("keys.p12");
        Path trust = folder.resolve("trust.p12");
        Path certificate = folder.resolve("certificate");
        keytool(keys, "-genkeypair -alias site -keyalg EC -dname CN=secure.example -ext san=dns:secure.example");
        keytool(keys, "-exportcert -alias site -file " + certificate);
        keytool(trust, "-importcert -noprompt -alias site -file " + certificate);
        HttpsServer server = server(keys);
        Vertx vertx = Vertx.vertx();
        TestFetcher fetchers =
                new TestFetcher().host("secure.example", "127.0.0.1").host("other.example", "127.0.0.1");
        fetchers.options()
                .setTrustOptions(new PfxOptions().setPath(trust.toString()).setPassword(PASSWORD));
        Fetcher fetcher = fetchers.create(vertx, MutableClock.at("2026-11-23T10:00:00Z"));

        try {
            // Then
            String port = ":" + server.getAddress().getPort() + "/";
            assertThat(fetch(fetcher, "https://secure.example" + port, Validators.NONE)
                            .status())
                    .isEqualTo(204);
            assertThatThrownBy(() -> fetch(fetcher, "https://other.example" + port, Validators.NONE))
                    .isInstanceOfSatisfying(
                            FetchFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.NO_TRUST));
        } finally {
            server.stop(0);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static HttpsServer server(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        return server;
    }

    private static void keytool(Path store, String arguments) throws IOException, InterruptedException {
        Stream<String> command = Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                        .toString()),
                Stream.concat(
                        Arrays.stream(arguments.split(" ")),
                        Stream.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD)));
        List<String> all = command.toList();
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as("%s", all).isZero();
    }
}
