package io.earlybrd.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a polite reader gets: 304 for what it holds, gzip, robots.txt, and a log of how it behaved. */
@Tag("S4")
class BoardCachingTest {

    private static final String JOBS = "/v1/boards/acme/jobs?content=true";

    private final MutableClock clock = MutableClock.at("2026-11-05T09:00:00Z");
    private final BoardStub stub = BoardStub.start(0, clock);
    private final Board acme = stub.board("acme");
    private final Reader reader = new Reader(stub.url());

    @BeforeEach
    void post() {
        acme.add(JobDraft.of("Engineer", "Berlin"));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "STRONG_ETAG, ETag, If-None-Match, '\"[0-9a-f]+\"'",
        "WEAK_ETAG, ETag, If-None-Match, 'W/\"[0-9a-f]+\"'",
        "LAST_MODIFIED, Last-Modified, If-Modified-Since, 'Thu, 05 Nov 2026 09:00:00 GMT'"
    })
    void validatorSentBack_is304UntilTheBoardChanges(Caching caching, String header, String request, String form) {
        // Given
        acme.caching(caching);
        String validator = reader.get(JOBS).headers().firstValue(header).orElseThrow();

        // When
        HttpResponse<byte[]> same = reader.get(JOBS, request, validator);
        clock.advance(Duration.ofSeconds(1));
        acme.add(JobDraft.of("Nurse", "Ulm"));
        HttpResponse<byte[]> changed = reader.get(JOBS, request, validator);

        // Then
        assertThat(validator).matches(form);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue(header).orElseThrow()).isNotEqualTo(validator);
    }

    @Test
    void boardWithoutValidators_answersInFull() {
        // Given
        acme.caching(Caching.NONE);

        // Then
        assertThat(reader.get(JOBS).headers().map()).doesNotContainKeys("etag", "last-modified");
        assertThat(reader.get(JOBS, "If-None-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void gzip_isSentToWhoeverTakesIt() throws IOException {
        // When
        HttpResponse<byte[]> packed = reader.get(JOBS, "Accept-Encoding", "gzip");

        // Then
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(reader.get(JOBS).body());
    }

    @Test
    void robots_isWhatItIsSetTo() {
        // Given
        int before = reader.get("/robots.txt").statusCode();

        // When
        stub.robots("User-agent: *\nDisallow: /v1/\n");

        // Then
        assertThat(before).isEqualTo(404);
        assertThat(reader.text("/robots.txt")).contains("Disallow: /v1/");
        stub.robotsStatus(503);
        assertThat(reader.get("/robots.txt").statusCode()).isEqualTo(503);
    }

    @Test
    void requests_areLoggedWithHeadersAndTime() {
        // When
        reader.get(JOBS, "User-Agent", "EarlyBrd/1.0");
        clock.advance(Duration.ofMinutes(5));
        reader.get("/robots.txt");

        // Then
        assertThat(stub.requests().all()).hasSize(2);
        assertThat(stub.requests().to("/v1/boards/acme")).singleElement().satisfies(entry -> {
            assertThat(entry.target()).isEqualTo(JOBS);
            assertThat(entry.headers()).containsEntry("user-agent", "EarlyBrd/1.0");
        });
        assertThat(stub.requests().all().get(1).at())
                .isEqualTo(stub.requests().all().get(0).at().plus(Duration.ofMinutes(5)));
        assertThat(new String(reader.get(JOBS).body(), StandardCharsets.UTF_8)).contains("Engineer");
    }
}
