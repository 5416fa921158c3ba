package io.earlybrd.scraper.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header by which a server asks to be left alone for a while (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** A server that asks for more is asked again after a day: the wish may have been a mistake. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * The wait from the answer on; null if the header is missing, malformed, or in the past.
     *
     * @param answeredAt the answer's own date, if it has one: a server whose clock is wrong counts by that clock
     */
    static @Nullable Duration parse(@Nullable String header, @Nullable String answeredAt, Clock clock) {
        if (header == null) {
            return null;
        }
        Duration wait = header.strip().matches("\\d{1,10}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : untilDate(header.strip(), answeredAt, clock);
        if (wait == null || wait.isNegative() || wait.isZero()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration untilDate(String date, @Nullable String answeredAt, Clock clock) {
        Instant until = instant(date);
        Instant from = answeredAt == null ? null : instant(answeredAt.strip());
        return until == null ? null : Duration.between(from == null ? clock.instant() : from, until);
    }

    private static @Nullable Instant instant(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
