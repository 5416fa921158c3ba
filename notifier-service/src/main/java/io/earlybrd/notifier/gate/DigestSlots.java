package io.earlybrd.notifier.gate;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.notifier.gate.Recipient.Person;
import io.earlybrd.notifier.mail.text.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When digests go out: at an hour of the subscriber's own day. The hour is looked up anew for each day, so a change of the clocks
 * never shifts it; where it falls into the hour that is left out, the digest goes as much later.
 */
final class DigestSlots {

    private static final int DEFAULT_HOUR = 9;
    private static final int DEFAULT_WEEKDAY = DayOfWeek.MONDAY.getValue();

    private DigestSlots() {}

    /** The first slot of this cadence after an instant; only {@code daily} and {@code weekly} have slots. */
    static Instant next(String cadence, Person person, Instant after) {
        ZoneId zone = Zones.of(person.zone());
        LocalDate today = after.atZone(zone).toLocalDate();
        int hour = person.digestHour().orElse(DEFAULT_HOUR);
        if (cadence.equals(AlertSaved.WEEKLY)) {
            DayOfWeek weekday = DayOfWeek.of(person.digestWeekday().orElse(DEFAULT_WEEKDAY));
            LocalDate first = today.with(TemporalAdjusters.nextOrSame(weekday));
            return firstAfter(after, slot(first, hour, zone), slot(first.plusWeeks(1), hour, zone));
        }
        return firstAfter(after, slot(today, hour, zone), slot(today.plusDays(1), hour, zone));
    }

    private static Instant slot(LocalDate date, int hour, ZoneId zone) {
        return date.atTime(hour, 0).atZone(zone).toInstant();
    }

    private static Instant firstAfter(Instant after, Instant slot, Instant nextSlot) {
        return slot.isAfter(after) ? slot : nextSlot;
    }
}
