package io.earlybrd.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.earlybrd.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a board can misbehave looks from outside as it does in real life. */
@Tag("S3")
class BoardFaultTest {

    private static final String JOBS = "/v1/boards/acme/jobs?content=true";

    private final BoardStub stub = BoardStub.start(0, MutableClock.at("2026-11-23T09:00:00Z"));
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
    @ValueSource(ints = {403, 404, 429, 500, 503})
    void status_lastsUntilTheBoardBehaves(int status) {
        // Given
        acme.misbehave(BoardFault.status(status));

        // When
        int first = reader.get(JOBS).statusCode();
        int second = reader.get(JOBS).statusCode();
        acme.behave();

        // Then
        assertThat(first).isEqualTo(status);
        assertThat(second).isEqualTo(status);
        assertThat(reader.get(JOBS).statusCode()).isEqualTo(200);
    }

    @Test
    void faultForOneRequest_isOverAfterIt() {
        // Given
        acme.misbehave(BoardFault.retryAfter(429, 120), 1);

        // When
        HttpResponse<byte[]> busy = reader.get(JOBS);

        // Then
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("120");
        assertThat(reader.get(JOBS).statusCode()).isEqualTo(200);
    }

    @Test
    void emptyAndChangedShape_areWellFormed() {
        acme.misbehave(BoardFault.empty(), 2);
        assertThat(reader.json(JOBS).get("jobs")).isEmpty();
        assertThat(reader.json("/v0/postings/acme?mode=json")).isEmpty();

        acme.misbehave(BoardFault.changedShape());
        assertThat(reader.json(JOBS).has("jobs")).isFalse();
    }

    @Test
    void challenge_isAPageWith200() {
        // Given
        acme.misbehave(BoardFault.challenge());

        // When
        HttpResponse<byte[]> answer = reader.get(JOBS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void truncated_isHalfOfTheBodyAndLooksWhole() {
        // Given
        int whole = reader.get(JOBS).body().length;

        // When
        acme.misbehave(BoardFault.truncated());

        // Then
        assertThat(reader.get(JOBS).body()).hasSize(whole / 2);
    }

    @Test
    void brokenOff_endsTheConnectionInTheMiddle() {
        // Given
        acme.misbehave(BoardFault.brokenOff());

        // Then
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> reader.get(JOBS));
    }

    @Test
    void dripAndHang_arriveWholeForThePatient() {
        // Given
        byte[] healthy = reader.get(JOBS).body();
        acme.misbehave(BoardFault.drip(Duration.ofNanos(1)), 1);

        // Then
        assertThat(reader.get(JOBS).body()).isEqualTo(healthy);
        acme.misbehave(BoardFault.hang(Duration.ofMillis(20)));
        assertThat(reader.get(JOBS).body()).isEqualTo(healthy);
    }

    @Test
    void redirects_goInACircleOrAway() {
        acme.misbehave(BoardFault.redirectLoop(), 1);
        assertThat(reader.get(JOBS).headers().firstValue("Location")).hasValue(JOBS);

        acme.misbehave(BoardFault.redirect(URI.create("http://169.254.169.254/latest/")));
        assertThat(reader.get(JOBS).headers().firstValue("Location")).hasValue("http://169.254.169.254/latest/");
    }

    @Test
    void hugeBody_hasAsManyBytesAsAskedFor() {
        // Given
        acme.misbehave(BoardFault.huge(3_000_000));

        // Then
        assertThat(reader.get(JOBS).body()).hasSize(3_000_000);
    }

    @Test
    void gzipBomb_travelsSmallAndUnpacksLarge() throws IOException {
        // Given
        acme.misbehave(BoardFault.gzipBomb(30_000_000));

        // When
        byte[] packed = reader.get(JOBS, "Accept-Encoding", "gzip").body();

        // Then
        assertThat(packed).hasSizeLessThan(100_000);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).skip(40_000_000))
                .isEqualTo(30_000_000);
    }

    @Test
    void faultOfOneBoard_leavesOthersAlone() {
        // Given
        stub.board("other").add(JobDraft.of("Nurse", "Ulm"));

        // When
        acme.misbehave(BoardFault.status(500));

        // Then
        assertThat(new String(reader.get("/feeds/other.xml").body(), StandardCharsets.UTF_8))
                .contains("Nurse");
    }
}
