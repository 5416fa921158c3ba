package io.earlybrd.scraper.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4")
class HostGatesTest {

    @Test
    void shorterWishOfASecondAnswer_endsNoLongerRest() {
        // Given
        Vertx vertx = Vertx.vertx();
        MutableClock clock = MutableClock.at("2026-11-23T10:00:00Z");
        HostGates gates = new HostGates(vertx, clock, new TestFetcher().config());

        // When
        gates.rest("site.example", Duration.ofMinutes(20));
        gates.rest("site.example", Duration.ofSeconds(1));

        // Then
        clock.advance(Duration.ofMinutes(19));
        assertThat(gates.busyHosts()).containsExactly("site.example");
        clock.advance(Duration.ofMinutes(1));
        assertThat(gates.busyHosts()).isEmpty();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void requestsThatWaitWhileTheHostAsksForRest_areNotSent() {
        // Given
        Vertx vertx = Vertx.vertx();
        HostGates gates = gates(vertx, "0s");
        HostGates.Turn refused = gates.enter("site.example").await().atMost(Duration.ofSeconds(20));
        List<CompletableFuture<HostGates.Turn>> waiting = Stream.of(1, 2)
                .map(i -> gates.enter("site.example").subscribeAsCompletionStage())
                .toList();

        // When
        gates.rest("site.example", Duration.ofMinutes(20));
        refused.seen();
        refused.end();

        // Then
        assertThat(waiting)
                .allSatisfy(request -> assertThat(request)
                        .failsWithin(Duration.ofSeconds(20))
                        .withThrowableOfType(ExecutionException.class)
                        .withMessageContaining("asked us to wait"));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void requestsToOneHost_areFewAndApart() {
        // Given
        Vertx vertx = Vertx.vertx();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (StubSite site = StubSite.start()) {
            site.on("/jobs", exchange -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                exchange.sendResponseHeaders(200, 2);
                OutputStream body = exchange.getResponseBody();
                body.flush();
                LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
                inside.decrementAndGet();
                body.write("{}".getBytes(StandardCharsets.UTF_8));
            });
            Fetcher fetcher = new TestFetcher()
                    .with("fetch.host-concurrency", "2")
                    .with("fetch.host-gap", "50ms")
                    .create(vertx, MutableClock.at("2026-11-23T10:00:00Z"));

            // When
            List<Uni<FetchedPage>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(fetcher.fetch(
                        new FetchRequest(WebUrl.parse(site.url("/jobs")), "*/*", Validators.NONE, 1000),
                        Admission.ALWAYS,
                        Uni.createFrom()::item));
            }
            Uni.join().all(all).andFailFast().await().atMost(Duration.ofSeconds(20));

            // Then
            assertThat(most).hasValue(2);
            List<Long> times = site.requests().stream()
                    .map(StubSite.Request::atNanos)
                    .sorted()
                    .toList();
            assertThat(times).hasSize(8);
            assertThat(times.get(7) - times.get(0))
                    .as("four turns of two")
                    .isGreaterThan(Duration.ofMillis(3 * 150).toNanos());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void requestThatIsReadLate_makesTheNextOneLaterToo() {
        // Given
        Vertx vertx = Vertx.vertx();
        Duration gap = Duration.ofMillis(200);
        List<Long> read = new CopyOnWriteArrayList<>();
        try (StubSite site = StubSite.start()) {
            site.on("/late", exchange -> {
                LockSupport.parkNanos(gap.multipliedBy(3).dividedBy(2).toNanos());
                read.add(System.nanoTime());
                StubSite.send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
            });
            site.on("/prompt", exchange -> {
                read.add(System.nanoTime());
                StubSite.send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
            });
            Fetcher fetcher = new TestFetcher()
                    .with("fetch.host-gap", "200ms")
                    .create(vertx, MutableClock.at("2026-11-23T10:00:00Z"));

            // When
            List<Uni<FetchedPage>> both = Stream.of("/late", "/prompt")
                    .map(path -> fetcher.fetch(
                            new FetchRequest(WebUrl.parse(site.url(path)), "*/*", Validators.NONE, 1000),
                            Admission.ALWAYS,
                            Uni.createFrom()::item))
                    .toList();
            Uni.join().all(both).andFailFast().await().atMost(Duration.ofSeconds(20));

            // Then
            assertThat(site.targets()).containsExactly("/late", "/prompt");
            assertThat(read.get(1) - read.get(0)).isGreaterThanOrEqualTo(gap.toNanos());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void hostThatTakesItsTime_isAskedAgainBeforeItAnswers() {
        // Given
        Vertx vertx = Vertx.vertx();
        HostGates gates = gates(vertx, "100ms");
        List<Long> letIn = new CopyOnWriteArrayList<>();

        // When
        for (int i = 0; i < 2; i++) {
            gates.enter("site.example").subscribe().with(turn -> {
                letIn.add(System.nanoTime());
                turn.sent();
            });
        }

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> letIn.size() == 2);
        assertThat(letIn.get(1) - letIn.get(0))
                .isGreaterThanOrEqualTo(HostGates.PATIENCE.plusMillis(100).toNanos());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answerThatComesWhenPatienceIsOver_stillMakesTheNextRequestLater() {
        // Given
        Vertx vertx = Vertx.vertx();
        Duration gap = Duration.ofSeconds(3);
        HostGates gates = gates(vertx, "3s");
        HostGates.Turn slow = gates.enter("site.example").await().atMost(Duration.ofSeconds(20));
        CompletableFuture<HostGates.Turn> next = gates.enter("site.example").subscribeAsCompletionStage();

        // When
        slow.sent();
        LockSupport.parkNanos(HostGates.PATIENCE.plus(gap.dividedBy(2)).toNanos());
        assertThat(next).isNotDone();
        long answered = System.nanoTime();
        slow.seen();

        // Then
        assertThat(next.thenApply(turn -> System.nanoTime() - answered))
                .succeedsWithin(Duration.ofSeconds(20))
                .satisfies(later -> assertThat(later).isGreaterThanOrEqualTo(gap.toNanos()));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void requestThatWasSentAndBroke_mayHaveBeenSeenAsLateAsAnyOther() {
        // Given
        Vertx vertx = Vertx.vertx();
        HostGates gates = gates(vertx, "0s");
        HostGates.Turn broken = gates.enter("site.example").await().atMost(Duration.ofSeconds(20));
        long sent = System.nanoTime();

        // When
        broken.sent();
        broken.end();
        assertThat(gates.busyHosts()).isEmpty();

        // Then
        gates.enter("site.example").await().atMost(Duration.ofSeconds(20));
        assertThat(System.nanoTime() - sent).isGreaterThanOrEqualTo(HostGates.PATIENCE.toNanos());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void requestThatGoesOutLate_makesTheNextOneLaterToo() {
        // Given
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        Duration gap = Duration.ofMillis(100);
        HostGates gates = gates(vertx, "100ms");
        List<Long> letIn = new CopyOnWriteArrayList<>();

        // When
        for (int i = 0; i < 4; i++) {
            gates.enter("site.example").subscribe().with(turn -> {
                // It takes long to connect, and nothing else can run meanwhile: the next one's time passes.
                LockSupport.parkNanos(
                        Duration.ofMillis(letIn.isEmpty() ? 250 : 0).toNanos());
                letIn.add(System.nanoTime());
                turn.sent();
                turn.seen();
            });
        }

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> letIn.size() == 4);
        for (int i = 1; i < 4; i++) {
            assertThat(letIn.get(i) - letIn.get(i - 1)).isGreaterThanOrEqualTo(gap.toNanos());
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static HostGates gates(Vertx vertx, String gap) {
        return new HostGates(
                vertx,
                MutableClock.at("2026-11-23T10:00:00Z"),
                new TestFetcher()
                        .with("fetch.host-gap", gap)
                        .with("fetch.host-concurrency", "8")
                        .config());
    }
}
