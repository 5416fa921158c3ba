package io.earlybrd.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.MutableClock;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A test in another process can do over HTTP what one in this process does in Java. */
@Tag("S1")
class BoardControlTest {

    private static final String BOARD = "/_control/boards/acme";
    private static final String JOBS = "/v1/boards/acme/jobs?content=true";

    private final BoardStub stub = BoardStub.start(0, MutableClock.at("2026-11-23T09:00:00Z"));
    private final Reader reader = new Reader(stub.url());

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void job_isAddedChangedAndTakenDown() {
        // When
        HttpResponse<byte[]> added = reader.send(
                "POST",
                BOARD + "/jobs",
                "{\"title\":\"Nurse\",\"location\":\"Ulm\",\"pay\":{\"min\":1,\"max\":2,\"currency\":\"EUR\"}}");
        JsonNode job = EventJson.read(added.body(), JsonNode.class);
        String path = BOARD + "/jobs/" + job.get("id").asText();

        // Then
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(reader.get(job.get("url").asText()).statusCode()).isEqualTo(200);
        assertThat(reader.json(JOBS).at("/jobs/0/location/name").asText()).isEqualTo("Ulm");

        reader.send("PUT", path, "{\"title\":\"Head nurse\"}");
        assertThat(reader.json(JOBS).at("/jobs/0/title").asText()).isEqualTo("Head nurse");

        reader.send("DELETE", path, "");
        assertThat(reader.json(JOBS).get("jobs")).isEmpty();
    }

    @Test
    void jobWithoutATitle_isRefused() {
        assertThat(reader.send("POST", BOARD + "/jobs", "{\"location\":\"Ulm\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(reader.send("POST", BOARD + "/jobs", "{").statusCode()).isEqualTo(400);
    }

    @Test
    void faultsRobotsAndSettings_areSwitched() {
        // Given
        stub.board("acme");

        // Then
        reader.send("POST", BOARD + "/faults", "{\"kind\":\"retryAfter\",\"status\":503,\"seconds\":9,\"times\":1}");
        assertThat(reader.get(JOBS).headers().firstValue("Retry-After")).hasValue("9");
        assertThat(reader.get(JOBS).statusCode()).isEqualTo(200);

        reader.send("POST", BOARD + "/faults", "{\"kind\":\"challenge\"}");
        reader.send("DELETE", BOARD + "/faults", "");
        assertThat(reader.json(JOBS).has("jobs")).isTrue();
        assertThat(reader.send("POST", BOARD + "/faults", "{\"kind\":\"nonsense\"}")
                        .statusCode())
                .isEqualTo(400);

        reader.send("PUT", "/_control/robots", "User-agent: *\nDisallow: /\n");
        assertThat(reader.text("/robots.txt")).contains("Disallow: /");

        reader.send("PUT", BOARD, "{\"caching\":\"NONE\",\"feed\":\"ATOM\"}");
        assertThat(reader.get(JOBS).headers().firstValue("ETag")).isEmpty();
        assertThat(reader.text("/feeds/acme.xml")).contains("<feed xmlns");
    }

    @Test
    void requests_areToldWithoutThoseOfTheControl() {
        // Given
        stub.board("acme");
        reader.get(JOBS, "If-None-Match", "\"x\"");

        // When
        JsonNode log = reader.json("/_control/requests");
        reader.send("DELETE", "/_control/requests", "");

        // Then
        assertThat(log).hasSize(1);
        assertThat(log.at("/0/target").asText()).isEqualTo(JOBS);
        assertThat(log.toString()).contains("\"If-none-match\":\"\\\"x\\\"\"");
        assertThat(reader.json("/_control/requests")).isEmpty();
    }
}
