package io.earlybrd.account.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How times are written: as short as they stay clear, by 24 hours, in a zone that is named nearby or in the text itself. */
public final class Moments {

    /** For readers whose zone nobody knows, by the name that they know. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    private static final long DAYS_OF_A_WEEKDAY_NAME = 6;

    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
    private static final DateTimeFormatter WEEKDAY_TIME = format("EEE HH:mm");
    private static final DateTimeFormatter DATE = format("d MMM");
    private static final DateTimeFormatter DATE_OF_YEAR = format("d MMM yyyy");
    private static final DateTimeFormatter WEEKDAY_DATE = format("EEE d MMM");
    private static final DateTimeFormatter WEEKDAY_DATE_OF_YEAR = format("EEE d MMM yyyy");
    private static final DateTimeFormatter LONG_DAY = format("EEEE d MMMM");
    private static final DateTimeFormatter FULL = format("EEE d MMM yyyy, HH:mm");
    private static final DateTimeFormatter PAGE = format("EEE d MMM HH:mm:ss");

    private Moments() {}

    /** {@code 10:06} today, {@code Tue 09:00} within six days, else {@code 30 Nov}, with the year if it is another one. */
    public static String near(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        long days = Math.abs(ChronoUnit.DAYS.between(today.toLocalDate(), then.toLocalDate()));
        if (days == 0) {
            return TIME.format(then);
        }
        if (days <= DAYS_OF_A_WEEKDAY_NAME) {
            return WEEKDAY_TIME.format(then);
        }
        return (then.getYear() == today.getYear() ? DATE : DATE_OF_YEAR).format(then);
    }

    /** {@code Tue 09:00 Europe/Berlin} within six days, else {@code Mon 30 Nov 09:00 Europe/Berlin}. */
    public static String next(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), then.toLocalDate());
        String day = days <= DAYS_OF_A_WEEKDAY_NAME
                ? WEEKDAY_TIME.format(then)
                : WEEKDAY_DATE.format(then) + " " + TIME.format(then);
        return day + " " + zone.getId();
    }

    /** {@code 30 Nov}, with the year if it is another one. */
    public static String day(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        return (then.getYear() == now.atZone(zone).getYear() ? DATE : DATE_OF_YEAR).format(then);
    }

    /** {@code Mon 7 Dec}. */
    public static String weekdayAndDay(Instant instant, ZoneId zone) {
        return WEEKDAY_DATE.format(instant.atZone(zone));
    }

    /** {@code Mon 7 Dec}, with the year if it is another one. */
    public static String weekdayAndDay(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        return (then.getYear() == now.atZone(zone).getYear() ? WEEKDAY_DATE : WEEKDAY_DATE_OF_YEAR).format(then);
    }

    /** {@code Monday 23 November}. */
    public static String longDay(Instant instant, ZoneId zone) {
        return LONG_DAY.format(instant.atZone(zone));
    }

    /** {@code 10:06:18}. */
    public static String seconds(Instant instant, ZoneId zone) {
        return SECONDS.format(instant.atZone(zone));
    }

    /** {@code Sat 28 Nov 2026, 18:20 Europe/Berlin}. */
    public static String full(Instant instant, ZoneId zone) {
        return FULL.format(instant.atZone(zone)) + " " + zone.getId();
    }

    /** {@code Mon 23 Nov 10:14:07 Europe/Berlin}. */
    public static String toTheSecond(Instant instant, ZoneId zone) {
        return PAGE.format(instant.atZone(zone)) + " " + zone.getId();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
