package io.earlybrd.scraper.normalise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The end of a job's listing, as providers state it. */
public final class LastDay {

    /** Until a day is over everywhere, counted from its beginning in UTC. */
    private static final Duration DAY_EVERYWHERE = Duration.ofHours(36);

    private LastDay() {}

    /** When it is over: a date counts to its end everywhere, a time as it stands; null if it cannot be read. */
    public static @Nullable Instant end(String stated) {
        Instant end = Dates.read(stated);
        boolean wholeDay = end != null && end.equals(end.truncatedTo(ChronoUnit.DAYS));
        return wholeDay ? end.plus(DAY_EVERYWHERE) : end;
    }

    /** Whether it is over; what cannot be read never ends. */
    public static boolean isOver(String stated, Instant now) {
        Instant end = end(stated);
        return end != null && end.isBefore(now);
    }
}
