package io.earlybrd.scraper.normalise;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as providers write them. A time without a zone is taken as UTC, a date as its beginning there. What can be read in two ways
 * ({@code 05/08/2026}) is unknown.
 */
public final class Dates {

    private static final int MAX_LENGTH = 64;

    /** From here on a number counts milliseconds: as seconds it would be in the year 5138, as milliseconds this is in 1973. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    /** The year 2001; a smaller number counts something else. */
    private static final long FIRST_SECONDS = 1_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("\\d{10,16}(?:\\.\\d{1,9})?");

    private static final Pattern ISO = Pattern.compile(
            "(?<date>\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{8})"
                    + "(?:[T ]+(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?) ?(?<zone>Z|[A-Z]{3,4}|[+-]\\d{2}:?(?:\\d{2})?)?)?");

    /** As in mails and feeds: {@code Tue, 10 Mar 2026 12:00:00 GMT}, the day's name and the seconds may be missing. */
    private static final Pattern MAIL = Pattern.compile(
            "(?:[A-Za-z]{3,9},? +)?(?<day>\\d{1,2})[ -](?<month>[A-Za-z]{3,9})\\.?[ -](?<year>\\d{4}|\\d{2})"
                    + "(?: +(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?) ?(?<zone>[A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2})?)?");

    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<month>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})");

    private static final Pattern AGO = Pattern.compile(
            "(?:posted |published |reposted )?(?:(?<today>today|just posted|just now)|(?<yesterday>yesterday)"
                    + "|(?<count>\\d{1,4}|an?) (?<unit>minute|hour|day|week)s? ago)");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Those of RFC 822; other names mean several zones. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"));

    private Dates() {}

    /**
     * A point in time: {@code 2026-07-14T18:35:00-04:00}, {@code 2026-08-05 09:41:37 UTC}, {@code 2026-08-05},
     * {@code Tue, 10 Mar 2026 12:00:00 GMT}, {@code August 5, 2026}, seconds or milliseconds since 1970 in digits.
     *
     * @return null if the text is none of these
     */
    public static @Nullable Instant read(String text) {
        String line = PlainText.line(PlainText.cut(text, MAX_LENGTH + 1));
        if (line.isEmpty() || line.length() > MAX_LENGTH) {
            return null;
        }
        try {
            if (NUMBER.matcher(line).matches()) {
                return epoch(Long.parseLong(line.replaceAll("\\..*", "")));
            }
            Instant iso = iso(line);
            return iso == null ? spelled(line) : iso;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /**
     * A point in time as {@link #read(String)} knows it, or the distance from now: {@code Posted Today}, {@code Posted 3 Days Ago},
     * {@code 2 hours ago}. Days are whole days of UTC. {@code 30+ Days Ago} is unknown.
     *
     * @param now when the text was read
     */
    public static @Nullable Instant read(String text, Instant now) {
        Matcher ago =
                AGO.matcher(PlainText.line(PlainText.cut(text, MAX_LENGTH)).toLowerCase(Locale.ROOT));
        if (!ago.matches()) {
            return read(text);
        }
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        if (ago.group("today") != null) {
            return today;
        }
        if (ago.group("yesterday") != null) {
            return today.minus(Duration.ofDays(1));
        }
        long count = ago.group("count").startsWith("a") ? 1 : Long.parseLong(ago.group("count"));
        return switch (ago.group("unit")) {
            case "minute" -> now.minus(Duration.ofMinutes(count));
            case "hour" -> now.minus(Duration.ofHours(count));
            case "day" -> today.minus(Duration.ofDays(count));
            default -> today.minus(Duration.ofDays(7 * count));
        };
    }

    /**
     * Seconds or milliseconds since 1970, told apart by their size.
     *
     * @return null if it is neither: zero, a small number
     */
    public static @Nullable Instant epoch(long number) {
        if (number < FIRST_SECONDS) {
            return null;
        }
        return number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private static @Nullable Instant iso(String line) {
        Matcher iso = ISO.matcher(line);
        if (!iso.matches()) {
            // Further forms of the standard: fractions of any length, "+0530", a zone in brackets.
            return line.length() > 10 && line.charAt(4) == '-'
                    ? OffsetDateTime.parse(line.replaceFirst("\\[.*]$", "")).toInstant()
                    : null;
        }
        String[] parts = iso.group("date").split("[-/]");
        LocalDate date = parts.length == 3
                ? date(parts[0], Integer.parseInt(parts[1]), parts[2])
                : date(parts[0].substring(0, 4), Integer.parseInt(parts[0].substring(4, 6)), parts[0].substring(6));
        return at(date, iso.group("time"), iso.group("zone"));
    }

    private static @Nullable Instant spelled(String line) {
        Matcher mail = MAIL.matcher(line);
        if (mail.matches()) {
            return at(date(mail.group("year"), month(mail), mail.group("day")), mail.group("time"), mail.group("zone"));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(line);
        return monthFirst.matches()
                ? at(date(monthFirst.group("year"), month(monthFirst), monthFirst.group("day")), null, null)
                : null;
    }

    private static int month(Matcher matcher) {
        String name = matcher.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(name) + 1;
    }

    private static LocalDate date(String year, int month, String day) {
        int number = Integer.parseInt(year);
        return LocalDate.of(year.length() == 2 ? 2000 + number : number, month, Integer.parseInt(day));
    }

    private static @Nullable Instant at(LocalDate date, @Nullable String time, @Nullable String zone) {
        LocalTime clock = time == null ? LocalTime.MIDNIGHT : time(time);
        ZoneId offset = zone == null ? ZoneOffset.UTC : zone(zone.toUpperCase(Locale.ROOT));
        return offset == null
                ? null
                : LocalDateTime.of(date, clock).atZone(offset).toInstant();
    }

    private static LocalTime time(String text) {
        String padded = text.indexOf(':') == 1 ? "0" + text : text;
        return LocalTime.parse(padded.replace(',', '.'));
    }

    private static @Nullable ZoneId zone(String name) {
        String offset = ZONES.getOrDefault(name, name);
        return offset.equals("Z") || offset.startsWith("+") || offset.startsWith("-") ? ZoneOffset.of(offset) : null;
    }
}
