package io.earlybrd.notifier.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N11")
class QuietWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // Over midnight: before it, after it, at its first minute, and at the first that is not quiet.
        "22:00, 07:00, 2026-11-23T22:10:00Z, 2026-11-24T06:00:00Z",
        "22:00, 07:00, 2026-11-24T01:00:00Z, 2026-11-24T06:00:00Z",
        "22:00, 07:00, 2026-11-23T21:00:00Z, 2026-11-24T06:00:00Z",
        "22:00, 07:00, 2026-11-23T20:59:59Z,",
        "22:00, 07:00, 2026-11-24T06:00:00Z,",
        "22:00, 07:00, 2026-11-24T05:59:59Z, 2026-11-24T06:00:00Z",
        // Within a day.
        "12:30, 14:00, 2026-11-23T11:30:00Z, 2026-11-23T13:00:00Z",
        "12:30, 14:00, 2026-11-23T11:29:59Z,",
        "12:30, 14:00, 2026-11-23T13:00:00Z,",
        // From or until midnight.
        "00:00, 06:00, 2026-11-23T23:00:00Z, 2026-11-24T05:00:00Z",
        "22:00, 00:00, 2026-11-23T21:30:00Z, 2026-11-23T23:00:00Z",
        "22:00, 00:00, 2026-11-23T23:00:00Z,",
        // All day but a minute, and no minute at all.
        "07:01, 07:00, 2026-11-24T06:01:00Z, 2026-11-25T06:00:00Z",
        "07:01, 07:00, 2026-11-24T06:00:30Z,",
        "07:00, 07:00, 2026-11-24T06:00:00Z,",
        "07:00, 07:00, 2026-11-24T18:00:00Z,"
    })
    void instant_isQuietUntilTheEndOfItsWindow(LocalTime from, LocalTime to, Instant now, Instant end) {
        assertThat(new QuietWindow(from, to).endAfter(now, BERLIN)).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource({
        // The night of an hour less and the one of an hour more end when the clock says seven.
        "Europe/Berlin,       22:00, 07:00, 2026-03-28T22:10:00Z, 2026-03-29T05:00:00Z",
        "Europe/Berlin,       22:00, 07:00, 2026-10-24T21:10:00Z, 2026-10-25T06:00:00Z",
        "Australia/Lord_Howe, 22:00, 07:00, 2026-10-03T12:40:00Z, 2026-10-03T20:00:00Z",
        "Australia/Lord_Howe, 22:00, 07:00, 2026-04-04T12:10:00Z, 2026-04-04T20:30:00Z",
        // 02:30 does not come in Berlin, nor 02:15 on the island: the clock jumps over it.
        "Europe/Berlin,       22:00, 02:30, 2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
        "Europe/Berlin,       22:00, 02:30, 2026-03-29T01:00:00Z,",
        "Europe/Berlin,       02:30, 08:00, 2026-03-29T01:00:00Z, 2026-03-29T06:00:00Z",
        "Europe/Berlin,       02:30, 08:00, 2026-03-29T00:59:59Z,",
        "Australia/Lord_Howe, 22:00, 02:15, 2026-10-03T15:29:59Z, 2026-10-03T15:30:00Z",
        // It comes twice: quiet ends with the second passing and begins with the first.
        "Europe/Berlin,       22:00, 02:30, 2026-10-25T00:45:00Z, 2026-10-25T01:30:00Z",
        "Europe/Berlin,       22:00, 02:30, 2026-10-25T01:29:59Z, 2026-10-25T01:30:00Z",
        "Europe/Berlin,       02:30, 08:00, 2026-10-25T00:30:00Z, 2026-10-25T07:00:00Z",
        "Europe/Berlin,       02:30, 08:00, 2026-10-25T01:10:00Z, 2026-10-25T07:00:00Z",
        "Australia/Lord_Howe, 22:00, 01:45, 2026-04-04T14:50:00Z, 2026-04-04T15:15:00Z",
        // Midnight itself is left out in Beirut.
        "Asia/Beirut,         00:00, 06:00, 2026-03-28T22:00:00Z, 2026-03-29T03:00:00Z",
        "Asia/Beirut,         18:00, 00:00, 2026-03-28T21:59:59Z, 2026-03-28T22:00:00Z"
    })
    void nightInWhichClocksChange_endsByTheClockOnTheWall(
            ZoneId zone, LocalTime from, LocalTime to, Instant now, Instant end) {
        assertThat(new QuietWindow(from, to).endAfter(now, zone)).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Asia/Kathmandu",
                "America/Havana",
                "Africa/Cairo",
                "UTC"
            })
    void everyNightOfAYear_isOneStretchThatEndsAtSeven(String name) {
        // Given
        ZoneId zone = ZoneId.of(name);
        QuietWindow window = new QuietWindow(LocalTime.of(22, 0), LocalTime.of(7, 0));

        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            Instant evening = day.atTime(22, 0).atZone(zone).toInstant();
            Instant morning = day.plusDays(1).atTime(7, 0).atZone(zone).toInstant();

            // Then
            assertThat(window.endAfter(evening.minusSeconds(1), zone)).isEmpty();
            for (Instant now = evening; now.isBefore(morning); now = now.plus(Duration.ofMinutes(15))) {
                assertThat(window.endAfter(now, zone)).contains(morning);
            }
            assertThat(window.endAfter(morning, zone)).isEmpty();
        }
    }

    @Test
    void windowsThatMeetWhereAnHourComesTwice_makeOneStretch() {
        // Given: ends that lie within the hour that Berlin repeats.
        QuietWindow window = new QuietWindow(LocalTime.of(2, 45), LocalTime.of(2, 15));
        Instant now = Instant.parse("2026-10-24T20:00:00Z");

        // When
        Instant end = window.endAfter(now, BERLIN).orElseThrow();

        // Then: one quiet stretch goes over into the next, so it is asked again and ends a day later.
        Instant last = window.endAfter(end, BERLIN).orElse(end);
        assertThat(last).isEqualTo("2026-10-26T01:15:00Z");
        assertThat(window.endAfter(last, BERLIN)).isEmpty();
    }
}
