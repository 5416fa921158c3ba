package io.earlybrd.account.alert;

import io.earlybrd.account.web.Moments;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.DigestSchedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When the next mail of an alert may come.
 *
 * @param when {@code when a job matches}, or a time with its zone
 * @param how what kind of mail
 */
public record NextMail(String when, String how) {

    static NextMail of(String cadence, DigestSchedule schedule, ZoneId zone, Instant now) {
        return switch (cadence) {
            case AlertSaved.INSTANT -> new NextMail("when a job matches", "at once");
            case AlertSaved.WEEKLY ->
                new NextMail(Moments.next(slot(schedule, zone, now, true), zone, now), "weekly digest");
            default -> new NextMail(Moments.next(slot(schedule, zone, now, false), zone, now), "daily digest");
        };
    }

    /** The next slot after now: the hour of the zone's own clock, on whatever side of a change of its offset. */
    static Instant slot(DigestSchedule schedule, ZoneId zone, Instant now, boolean weekly) {
        LocalTime hour = LocalTime.of(schedule.hour(), 0);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = weekly ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(schedule.weekday()))) : today;
        Instant slot = ZonedDateTime.of(day, hour, zone).toInstant();
        return slot.isAfter(now)
                ? slot
                : ZonedDateTime.of(day.plusDays(weekly ? DayOfWeek.values().length : 1), hour, zone)
                        .toInstant();
    }
}
