package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S9")
class DatesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "2026-07-14T18:35:00-04:00 > 2026-07-14T22:35:00Z",
                "2025-10-30T16:47:27.463+00:00 > 2025-10-30T16:47:27.463Z",
                "2026-07-14T18:35:00Z > 2026-07-14T18:35:00Z",
                "2026-07-14T18:35:00+0530 > 2026-07-14T13:05:00Z",
                "2026-07-14T18:35:00.123456789012Z > ",
                "2026-08-05 09:41:37 UTC > 2026-08-05T09:41:37Z",
                "2026-08-05T09:41:37 > 2026-08-05T09:41:37Z",
                "2026-08-05 9:41 > 2026-08-05T09:41:00Z",
                "2013-04-12 15:52:34.19 > 2013-04-12T15:52:34.190Z",
                "2026-08-05 > 2026-08-05T00:00:00Z",
                "2026/8/5 > 2026-08-05T00:00:00Z",
                "20260805 > 2026-08-05T00:00:00Z",
                "1785922897 > 2026-08-05T09:41:37Z",
                "1785922897.5 > 2026-08-05T09:41:37Z",
                "1785922897123 > 2026-08-05T09:41:37.123Z",
                "'Tue, 10 Mar 2026 12:00:00 GMT' > 2026-03-10T12:00:00Z",
                "'Tue, 10 Mar 2026 12:00:00 +0100' > 2026-03-10T11:00:00Z",
                "'10 Mar 26 12:00 EST' > 2026-03-10T17:00:00Z",
                "'August 5, 2026' > 2026-08-05T00:00:00Z",
                "Aug 5 2026 > 2026-08-05T00:00:00Z",
                "5 August 2026 > 2026-08-05T00:00:00Z"
            })
    void time_isRead(String text, Instant expected) {
        assertThat(Dates.read(text)).isEqualTo(expected);
        assertThat(Dates.read(text, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "05/08/2026",
                "2026-13-40",
                "2026-02-30T10:00:00Z",
                "2026-08-05 09:41:37 IST",
                "99:99",
                "0",
                "5",
                "123456",
                "99999999",
                "9999999999999999999999",
                "Mar 2026",
                "31 Foo 2026",
                "Posted 30+ Days Ago",
                "2026-08-05T09:41:37+99:99",
                "2026-08-05T09:41:37Z and much more text than any provider writes into the field of a date"
            })
    void otherText_isUnknown(String text) {
        assertThat(Dates.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Posted Today,2026-11-23T00:00:00Z",
        "Posted Yesterday,2026-11-22T00:00:00Z",
        "Posted 3 Days Ago,2026-11-20T00:00:00Z",
        "Posted 1 Day Ago,2026-11-22T00:00:00Z",
        "an hour ago,2026-11-23T09:20:30Z",
        "15 minutes ago,2026-11-23T10:05:30Z",
        "2 weeks ago,2026-11-09T00:00:00Z"
    })
    void distanceFromNow_isADay(String text, Instant expected) {
        assertThat(Dates.read(text, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Posted 30+ Days Ago", "Posted 99999 Days Ago", "Posted", "3 months ago", "days ago", ""})
    void distanceThatNamesNoDay_isUnknown(String text) {
        assertThat(Dates.read(text, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 999_999_999})
    void numberThatCountsSomethingElse_isUnknown(long number) {
        assertThat(Dates.epoch(number)).isNull();
    }
}
