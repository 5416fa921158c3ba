package io.earlybrd.scraper.testing;

import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.BoardStub;
import io.earlybrd.testkit.trace.OtlpCollector;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

/** Employers' boards as the application under test reaches them. */
public class Boards implements QuarkusTestResourceLifecycleManager {

    private static BoardStub stub;
    private static StubSite site;
    private static OtlpCollector traces;

    /** The server of all boards. */
    public static BoardStub stub() {
        return stub;
    }

    /** The provider of boards in pages, SmartRecruiters, which answers as a test says. */
    public static StubSite site() {
        return site;
    }

    /** The traces that the application exported. */
    public static OtlpCollector traces() {
        return traces;
    }

    /** A board that no other test has. */
    public static Board open() {
        return stub.board("board-" + UUID.randomUUID(), "Fjordbank");
    }

    /** How often the Greenhouse list of a board was asked for. */
    public static int requests(Board board) {
        return stub.requests().to("/v1/boards/" + board.name() + "/").size();
    }

    @Override
    public Map<String, String> start() {
        stub = BoardStub.start(0, TestClock.CLOCK);
        site = StubSite.start();
        try {
            traces = OtlpCollector.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                // Off by default where the environment names no collector.
                "quarkus.otel.sdk.disabled",
                "false",
                "quarkus.otel.exporter.otlp.endpoint",
                traces.endpoint(),
                "quarkus.otel.bsp.schedule.delay",
                "200ms",
                "earlybrd.provider.greenhouse.url",
                stub.url().toString(),
                "earlybrd.provider.lever.url",
                stub.url().toString(),
                "earlybrd.provider.smartrecruiters.url",
                "http://127.0.0.1:" + site.port(),
                "earlybrd.scraper.liveness.gap",
                "0s",
                "earlybrd.scraper.fetch.host-gap",
                "0s",
                "earlybrd.scraper.fetch.host-concurrency",
                "8");
    }

    @Override
    public void stop() {
        stub.close();
        site.close();
        traces.close();
    }
}
