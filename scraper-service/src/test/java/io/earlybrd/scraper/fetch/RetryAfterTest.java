package io.earlybrd.scraper.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S4")
class RetryAfterTest {

    private final MutableClock clock = MutableClock.at("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 120 ', PT2M",
        "'Mon, 23 Nov 2026 10:01:30 GMT', PT1M30S",
        "9999999999, P1D",
        "'Sun, 23 Nov 2036 10:01:30 GMT', P1D",
        "0,",
        "-5,",
        "soon,",
        "'Mon, 23 Nov 2026 09:00:00 GMT',",
        "99999999999999999999,",
        ","
    })
    void header_isUnderstoodOrIgnored(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, null, clock)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 23 Nov 2026 11:02:00 GMT', 'Mon, 23 Nov 2026 11:00:00 GMT', PT2M",
        "'Mon, 23 Nov 2026 09:02:00 GMT', 'Mon, 23 Nov 2026 09:00:00 GMT', PT2M",
        "'Mon, 23 Nov 2026 10:02:00 GMT', yesterday, PT2M",
        "'Tue, 23 Nov 2027 10:02:00 GMT', 'Sun, 23 Nov 1970 10:00:00 GMT', P1D",
        "120, 'Mon, 23 Nov 2026 09:00:00 GMT', PT2M"
    })
    void wait_countsFromTheAnswersOwnTime(String header, String answeredAt, Duration wait) {
        assertThat(RetryAfter.parse(header, answeredAt, clock)).isEqualTo(wait);
    }
}
