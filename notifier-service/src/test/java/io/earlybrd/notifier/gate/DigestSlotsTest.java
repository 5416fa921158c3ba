package io.earlybrd.notifier.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.notifier.gate.Recipient.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N10")
class DigestSlotsTest {

    @ParameterizedTest
    @CsvSource({
        // The hour is the local one on both sides of a change of the clocks.
        "daily,  Europe/Berlin,    2026-03-28T07:59:59Z, 2026-03-28T08:00:00Z",
        "daily,  Europe/Berlin,    2026-03-28T08:00:00Z, 2026-03-29T07:00:00Z",
        "daily,  Europe/Berlin,    2026-10-24T07:00:00Z, 2026-10-25T08:00:00Z",
        "daily,  America/New_York, 2026-03-07T14:00:00Z, 2026-03-08T13:00:00Z",
        "weekly, Europe/Berlin,    2026-11-23T07:59:00Z, 2026-11-23T08:00:00Z",
        "weekly, Europe/Berlin,    2026-11-23T08:00:00Z, 2026-11-30T08:00:00Z",
        "weekly, Pacific/Auckland, 2026-11-22T19:59:00Z, 2026-11-22T20:00:00Z",
        "daily,  No/Such_Zone,     2026-11-23T08:59:00Z, 2026-11-23T09:00:00Z"
    })
    void nextSlot_isNineOfTheLocalDay(String cadence, String zone, Instant after, Instant slot) {
        assertThat(DigestSlots.next(cadence, person(zone, 9, 1), after)).isEqualTo(slot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Asia/Kathmandu",
                "Pacific/Chatham",
                "America/Santiago",
                "Africa/Cairo",
                "Asia/Beirut",
                "America/Havana",
                "UTC"
            })
    void threeYears_haveOneSlotOnEachLocalDay(String zone) {
        // Given: midnight and two o'clock are the hours that changes of the clocks leave out or repeat.
        for (int hour : new int[] {0, 2, 9}) {
            Person person = person(zone, hour, 1);
            ZonedDateTime start = LocalDate.of(2026, 1, 1).atTime(12, 0).atZone(ZoneId.of(zone));
            Set<LocalDate> days = new HashSet<>();
            Instant at = start.toInstant();

            // When
            for (int i = 0; i < 3 * 365; i++) {
                Instant slot = DigestSlots.next("daily", person, at);
                assertThat(Duration.between(at, slot)).isBetween(Duration.ofSeconds(1), Duration.ofHours(26));
                days.add(slot.atZone(ZoneId.of(zone)).toLocalDate());
                at = slot;
            }

            // Then
            assertThat(days).hasSize(3 * 365);
        }
    }

    @Test
    void chosenHourAndDay_areTaken() {
        Instant slot =
                DigestSlots.next("weekly", person("Europe/Berlin", 18, 5), Instant.parse("2026-11-23T09:00:00Z"));

        assertThat(slot).isEqualTo("2026-11-27T17:00:00Z");
    }

    private static Person person(String zone, int hour, int weekday) {
        return new Person(
                false,
                Optional.of("alice@post.example"),
                true,
                Optional.of(zone),
                Optional.of(hour),
                Optional.of(weekday),
                Optional.empty(),
                true,
                Optional.empty());
    }
}
