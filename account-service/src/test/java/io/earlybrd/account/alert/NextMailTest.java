package io.earlybrd.account.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.DigestSchedule;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A8")
class NextMailTest {

    private static final DigestSchedule MONDAYS_AT_NINE = new DigestSchedule(9, 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "daily, 2026-11-23T07:59:00Z, 2026-11-23T08:00:00Z",
        "daily, 2026-11-23T08:00:00Z, 2026-11-24T08:00:00Z",
        "weekly, 2026-11-23T07:59:00Z, 2026-11-23T08:00:00Z",
        "weekly, 2026-11-23T08:00:00Z, 2026-11-30T08:00:00Z",
        "weekly, 2026-11-25T12:00:00Z, 2026-11-30T08:00:00Z",
        "daily, 2026-03-28T12:00:00Z, 2026-03-29T07:00:00Z",
        "daily, 2026-10-24T12:00:00Z, 2026-10-25T08:00:00Z"
    })
    void slot_isTheNextOneByTheClockOfTheZone(String cadence, Instant now, Instant expected) {
        assertThat(NextMail.slot(MONDAYS_AT_NINE, BERLIN, now, cadence.equals("weekly")))
                .isEqualTo(expected);
    }
}
