package io.earlybrd.notifier.mail.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as mails write them: today {@code 10:06}, this week {@code Tue 09:00}, else {@code 30 Nov}, the year only if not this one. */
public final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final Instant now;

    /** Times in this zone, as read at this instant. */
    public Moments(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** The time as short as it can be told apart; the zone stands beside it. */
    public String brief(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = Math.abs(ChronoUnit.DAYS.between(time.toLocalDate(), today));
        if (days == 0) {
            return TIME.format(time);
        }
        if (days < 7) {
            return DAY_AND_TIME.format(time);
        }
        return (time.getYear() == today.getYear() ? DATE : DATE_AND_YEAR).format(time);
    }

    /** Whole days that have passed since then. */
    public long daysSince(Instant instant) {
        return ChronoUnit.DAYS.between(instant, now);
    }

    /** Day and time in full with the zone. */
    public String whole(Instant instant) {
        return WHOLE.format(instant.atZone(zone)) + " " + zoneName();
    }

    /** Name of the zone. */
    public String zoneName() {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }
}
