package io.earlybrd.events.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The system's clock plus an ISO 8601 duration that stands in a file, so that a drill can move the time of all services together:
 * {@code P15D} is fifteen days ahead. The file is read at most once a second; a missing or malformed one means no shift.
 */
public final class ShiftedClock extends Clock {

    private static final long READ_EVERY_MILLIS = 1000;

    /** After so long every process has noticed what was written to the file. */
    public static final Duration NOTICED_WITHIN = Duration.ofMillis(READ_EVERY_MILLIS + 100);

    private final Path file;
    private volatile Shift shift = new Shift(Duration.ZERO, Long.MIN_VALUE);

    public ShiftedClock(Path file) {
        this.file = file;
    }

    @Override
    public Instant instant() {
        Instant now = Instant.now();
        if (now.toEpochMilli() - READ_EVERY_MILLIS > shift.readAtMillis()) {
            shift = new Shift(read(), now.toEpochMilli());
        }
        return now.plus(shift.by());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("all instants are UTC; convert them where they are shown");
    }

    private Duration read() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private record Shift(Duration by, long readAtMillis) {}
}
