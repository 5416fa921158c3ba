package io.earlybrd.scraper.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header by which a server asks to be left alone for a while (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** A server that asks for more is asked again after a day: the wish may have been a mistake. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The wait; null if the header is missing, malformed, or in the past. */
    static @Nullable Duration parse(@Nullable String header, Clock clock) {
        if (header == null) {
            return null;
        }
        Duration wait = header.strip().matches("\\d{1,10}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : untilDate(header.strip(), clock);
        if (wait == null || wait.isNegative() || wait.isZero()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration untilDate(String date, Clock clock) {
        try {
            return Duration.between(clock.instant(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
