package io.earlybrd.acceptance;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.events.time.ShiftedClock;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Ports;
import io.earlybrd.local.ScraperApi;
import io.earlybrd.local.Service;
import io.earlybrd.local.SystemOptions;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.BoardStub;
import io.earlybrd.testkit.trace.OtlpCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * EarlyBrd as it runs on one machine, with job boards that a test can write on, a clock that it can move, and a browser. Started
 * once for all tests of this JVM; each test brings its own subscribers and boards.
 */
final class World implements AutoCloseable {

    /** How long anything may take on a slow machine that is busy with something else. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Whose account is an admin's. */
    private static final String ADMIN = "admin@post.example";

    private static final Pattern LIVE_ALERTS =
            Pattern.compile("(?m)^earlybrd_alert_held\\{state=\"running\"}\\s+([0-9.]+)");

    private final BoardStub boards;
    private final OtlpCollector traces;
    private final Path clockOffset;
    private final Clock clock;
    private final LocalSystem system;
    private final Playwright playwright;
    private final Browser browser;
    private Duration passed = Duration.ZERO;

    World() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "acceptance"));
            clockOffset = folder.resolve("clock-offset").toAbsolutePath();
            Files.deleteIfExists(clockOffset);
            clock = new ShiftedClock(clockOffset);
            boards = BoardStub.start();
            traces = OtlpCollector.start();
            playwright = Browsers.playwright();
            browser = Browsers.launch(playwright);
            system = LocalSystem.start(SystemOptions.in(folder)
                    .fresh()
                    .ports(Ports.free())
                    .environment(
                            "EARLYBRD_PROVIDER_GREENHOUSE_URL", boards.url().toString())
                    .environment("EARLYBRD_PROVIDER_LEVER_URL", boards.url().toString())
                    .environment("EARLYBRD_COALESCE_SECONDS", "0")
                    .environment("EARLYBRD_ADMIN_EMAILS", ADMIN)
                    .environment("EARLYBRD_SIGN_UPS_PER_IP_AND_HOUR", "10000")
                    .environment("EARLYBRD_CLOCK_OFFSET_FILE", clockOffset.toString())
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint())
                    .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                    .environment("OTEL_BSP_SCHEDULE_DELAY", "500"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalSystem system() {
        return system;
    }

    OtlpCollector traces() {
        return traces;
    }

    /** A person with a browser of their own, who has never been here. */
    Visitor visitor(String name) {
        String address = name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@post.example";
        return new Visitor(this, browser.newContext(), address);
    }

    /** Who runs the service, in a new browser and without an account as yet. */
    Visitor admin() {
        return new Visitor(this, browser.newContext(), ADMIN);
    }

    /** Opens an employer's board and has the scraper watch it; the first job that is posted waits until the first crawl is over. */
    WatchedBoard watch(String provider, String company) {
        return watch(provider, company, board -> {});
    }

    /** The same with a board that is prepared before its first crawl. */
    WatchedBoard watch(String provider, String company, Consumer<Board> prepare) {
        String name = company.toLowerCase(Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        Board board = boards.board(name, company);
        prepare.accept(board);
        return new WatchedBoard(this, board, provider);
    }

    ScraperApi scraper() {
        return new ScraperApi(system.url(Service.SCRAPER), new ServiceToken(system.serviceKey(), clock));
    }

    /** Does this with all services side by side; done when it is done with each, failed if it failed with one. */
    static CompletableFuture<Void> withEachService(Consumer<Service> action) {
        return CompletableFuture.allOf(Stream.of(Service.values())
                .map(service -> CompletableFuture.runAsync(
                        () -> action.accept(service), task -> new Thread(task, "with " + service).start()))
                .toArray(CompletableFuture[]::new));
    }

    /** Lets so much time pass for all parts, and waits until they have noticed. It never goes back, as outside. */
    void passTime(Duration time) {
        passed = passed.plus(time);
        try {
            // Never a half-written file: what cannot be read counts as no time passed.
            Path next = Files.writeString(clockOffset.resolveSibling("clock-offset.next"), passed.toString());
            Files.move(next, clockOffset, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().pollDelay(ShiftedClock.NOTICED_WITHIN).until(() -> true);
    }

    /**
     * A client that speaks HTTP/1.1 from the start. By itself the JDK's asks in every first request for a change to HTTP/2, and an answer
     * that comes while that is under way may be garbled.
     */
    static HttpClient.Builder http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    }

    /** How many alerts the matcher has in its index and matches jobs against. */
    int liveAlerts() {
        URI metrics = system.managementUrl(Service.MATCHER).resolve("/q/metrics");
        try {
            String body = http().build()
                    .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return LIVE_ALERTS
                    .matcher(body)
                    .results()
                    .mapToInt(found -> (int) Double.parseDouble(found.group(1)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no count of alerts at " + metrics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the matcher knows an alert that it did not know then: a job that comes earlier is not matched against it. */
    void awaitMoreAlertsThan(int then) {
        await().atMost(PATIENCE).until(() -> liveAlerts() > then);
    }

    List<ReceivedMail> mailsTo(String address) {
        return system.smtp().mailsTo(address);
    }

    @Override
    public void close() {
        system.close();
        playwright.close();
        traces.close();
        boards.close();
    }
}
