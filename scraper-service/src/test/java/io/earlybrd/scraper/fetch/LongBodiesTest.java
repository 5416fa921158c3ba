package io.earlybrd.scraper.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are not kept in memory. */
@Tag("S4")
class LongBodiesTest {

    private static final int MIB = 1 << 20;

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final StubSite site = StubSite.start();

    @AfterEach
    void stop() {
        site.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void longBody_isReadAsItWasSent_asOftenAsNeeded() {
        byte[] sent = noise(3 * MIB + 17);
        site.on("/jobs", exchange -> StubSite.send(exchange, 200, sent));

        byte[][] read = fetch(4 * MIB, page -> {
            assertThat(page.body().onDisk()).isTrue();
            return new byte[][] {content(page), content(page), page.body().head(5)};
        });

        assertThat(read[0]).isEqualTo(sent);
        assertThat(read[1]).as("a second time").isEqualTo(sent);
        assertThat(read[2]).startsWith(sent[0], sent[1]).hasSize(5);
    }

    @Test
    void longCompressedBody_isInflatedWhileItIsRead() throws IOException {
        byte[] sent = noise(2 * MIB);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(sent);
        }
        site.on("/jobs", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            StubSite.send(exchange, 200, gzip.toByteArray());
        });

        assertThat(fetch(4 * MIB, LongBodiesTest::content)).isEqualTo(sent);
    }

    @Test
    @Tag("T24")
    void bomb_isReadNoFurtherThanItMay() throws IOException {
        // Given
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[MIB];
            for (int i = 0; i < 1024; i++) {
                out.write(zeros);
            }
        }
        site.on("/jobs", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            StubSite.send(exchange, 200, bomb.toByteArray());
        });

        // Then
        assertThat(bomb.size()).isLessThan(4 * MIB);
        assertThatThrownBy(() -> fetch(4 * MIB, page -> {
                    try (InputStream in = page.body().open()) {
                        return in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .hasRootCauseMessage("longer than " + 4 * MIB + " bytes");
    }

    @Test
    void fileHasNoName_andIsGoneAfterItsUse() {
        site.on("/jobs", exchange -> StubSite.send(exchange, 200, noise(MIB)));

        FetchedPage page = fetch(4 * MIB, used -> {
            assertThat(directory).isEmptyDirectory();
            return used;
        });

        assertThat(directory).isEmptyDirectory();
        assertThatThrownBy(() -> content(page)).hasRootCauseInstanceOf(ClosedChannelException.class);
    }

    @Test
    void bodyThatIsTooLong_isNotReceivedToItsEnd() {
        site.on("/jobs", exchange -> StubSite.send(exchange, 200, noise(3 * MIB)));

        assertThatThrownBy(() -> fetch(MIB, LongBodiesTest::content))
                .isInstanceOfSatisfying(
                        FetchFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FetchFailure.Kind.TOO_LARGE));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void bodyThatBreaksOff_isNoBody() {
        site.on("/jobs", exchange -> {
            exchange.sendResponseHeaders(200, 3 * MIB);
            exchange.getResponseBody().write(noise(2 * MIB));
        });

        assertThatThrownBy(() -> fetch(4 * MIB, LongBodiesTest::content)).isInstanceOf(FetchFailure.class);
    }

    @Test
    void diskThatTakesNothing_isSaid() {
        site.on("/jobs", exchange -> StubSite.send(exchange, 200, noise(MIB)));
        Fetcher fetcher = fetcher(directory.resolve("missing"));

        assertThatThrownBy(() -> fetch(fetcher, 4 * MIB, LongBodiesTest::content))
                .isInstanceOf(FetchFailure.class)
                .hasMessageContaining("cannot be kept on disk");
    }

    private <T> T fetch(int maxBytes, Function<FetchedPage, T> use) {
        return fetch(fetcher(directory), maxBytes, use);
    }

    private <T> T fetch(Fetcher fetcher, int maxBytes, Function<FetchedPage, T> use) {
        FetchRequest request = new FetchRequest(WebUrl.parse(site.url("/jobs")), "*/*", Validators.NONE, maxBytes);
        return fetcher.fetch(
                        request,
                        Admission.ALWAYS,
                        page -> Uni.createFrom().item(page).map(use::apply))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private Fetcher fetcher(Path kept) {
        return new TestFetcher()
                .with("fetch.directory", kept.toString())
                .create(vertx, MutableClock.at("2026-11-23T10:00:00Z"));
    }

    private static byte[] content(FetchedPage page) {
        try (InputStream in = page.body().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does not get shorter by compression. */
    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
