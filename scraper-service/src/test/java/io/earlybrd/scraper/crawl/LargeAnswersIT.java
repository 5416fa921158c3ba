package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.PackagedService;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A packaged scraper in the heap of a small machine, and the longest answers that it takes. */
@Timeout(300)
class LargeAnswersIT {

    /** What the small profile of the run on one machine gives a service. */
    private static final String HEAP = "64m";

    private static final int MIB = 1 << 20;

    /** As many as are crawled at the same time. */
    private static final int BOARDS = 8;

    private static final String POSTING = """
            {"id":%d,"title":"Welder %d","absolute_url":"https://fjordbank.example/jobs/%d","location":{"name":"Oslo"},"content":"%s"},
            """;

    private final Backends backends = new Backends();
    private final StubSite site = StubSite.start();
    private final String prefix = "board-" + UUID.randomUUID() + "-";
    private PackagedService scraper;

    @AfterEach
    void stop() {
        if (scraper != null) {
            scraper.close();
            // Other tests count the sources and hosts of their own scrapers.
            SCRAPER.change("update source set disabled_at = now() where board like ?", prefix + "%");
            SCRAPER.change("delete from host");
        }
        site.close();
        backends.stop();
    }

    @Test
    @Tag("S4")
    void eightOfTheLongestAnswersAtOnce_takeNoMemoryThatASmallMachineDoesNotHave() {
        // Given
        CountDownLatch allButTheLastByte = new CountDownLatch(BOARDS);
        String list = "{\"jobs\":[" + posting(1, "Work.").strip().replaceAll(",$", "") + "]";
        startWithBoards(BOARDS, exchange -> {
            try (OutputStream out = begin(exchange)) {
                out.write(list.getBytes(StandardCharsets.UTF_8));
                byte[] blanks = new byte[MIB];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 31; i++) {
                    out.write(blanks);
                }
                out.flush();
                allButTheLastByte.countDown();
                if (!allButTheLastByte.await(40, TimeUnit.SECONDS)) {
                    throw new IOException("the others were not asked for meanwhile");
                }
                out.write('}');
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // Then
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> healthy() == BOARDS);
        assertThat(open()).isEqualTo(BOARDS);
        assertThat(scraper.running()).isTrue();
    }

    @Test
    @Tag("S1")
    void boardOfTenMegabytes_isReadInTheHeapOfASmallMachine() {
        // Given
        int jobs = 1_000;
        StringBuilder list = new StringBuilder("{\"jobs\":[");
        for (int i = 0; i < jobs; i++) {
            list.append(posting(i, ("Weld number " + i + " and whatever else there is to weld. ").repeat(220)));
        }
        list.setLength(list.lastIndexOf(","));
        byte[] answer = list.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        assertThat(answer.length).isGreaterThan(10 * MIB);
        startWithBoards(1, exchange -> {
            try (OutputStream out = begin(exchange)) {
                out.write(answer);
            }
        });

        // Then
        await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> healthy() == 1);
        assertThat(open()).isEqualTo(jobs);
        assertThat(scraper.running()).isTrue();
    }

    private long healthy() {
        return SCRAPER.number("select count(*) from source where health = 'healthy' and board like ?", prefix + "%");
    }

    private long open() {
        return SCRAPER.number("select coalesce(sum(open_jobs), 0) from source where board like ?", prefix + "%");
    }

    private static String posting(int id, String text) {
        return String.format(POSTING, id, id, id, text);
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private void startWithBoards(int boards, HttpHandler answer) {
        backends.init(Map.of("database", "scraper"));
        Map<String, String> settings = new HashMap<>(backends.start());
        settings.putAll(Map.of(
                "earlybrd.provider.greenhouse.url",
                "http://127.0.0.1:" + site.port(),
                "earlybrd.scraper.allow-private-addresses",
                "true",
                "earlybrd.scraper.fetch.host-gap",
                "0s",
                "earlybrd.scraper.fetch.host-concurrency",
                Integer.toString(BOARDS)));
        scraper = PackagedService.start(HEAP, settings).awaitReady();
        for (int i = 0; i < boards; i++) {
            site.on("/v1/boards/" + prefix + i + "/jobs", answer);
            SCRAPER.change("""
                    insert into source (id, provider, board, host, created_at, due_at, told_at)
                    values (?, 'greenhouse', ?, '127.0.0.1', now(), now(), now())
                    """, UUID.randomUUID(), prefix + i);
        }
    }
}
