package io.earlybrd.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A8")
class MomentsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T09:14:07Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:06:00Z, 10:06",
        "2026-11-22T23:30:00Z, 00:30",
        "2026-11-22T22:30:00Z, Sun 23:30",
        "2026-11-17T08:00:00Z, Tue 09:00",
        "2026-11-16T08:00:00Z, 16 Nov",
        "2025-11-30T08:00:00Z, 30 Nov 2025"
    })
    void near_isAsShortAsItStaysClear(Instant instant, String expected) {
        assertThat(Moments.near(instant, BERLIN, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T08:00:00Z, Tue 09:00 Europe/Berlin", "2026-11-30T08:00:00Z, Mon 30 Nov 09:00 Europe/Berlin"
    })
    void next_namesTheDayAndTheZone(Instant instant, String expected) {
        assertThat(Moments.next(instant, BERLIN, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T08:00:00Z, Tue 24 Nov", "2025-11-24T08:00:00Z, Mon 24 Nov 2025"})
    void weekdayAndDay_namesTheYearIfItIsAnotherOne(Instant instant, String expected) {
        assertThat(Moments.weekdayAndDay(instant, BERLIN, NOW)).isEqualTo(expected);
    }

    @Test
    void full_leavesNothingOut() {
        assertThat(Moments.full(Instant.parse("2026-11-28T17:20:00Z"), BERLIN))
                .isEqualTo("Sat 28 Nov 2026, 18:20 Europe/Berlin");
    }
}
