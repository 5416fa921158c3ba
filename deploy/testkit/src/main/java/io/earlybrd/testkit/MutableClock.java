package io.earlybrd.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until a test moves it. */
public final class MutableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private MutableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that stands at this time. */
    public static MutableClock at(Instant now) {
        return new MutableClock(new AtomicReference<>(now), ZoneOffset.UTC);
    }

    /** A clock that stands at a time such as {@code 2026-03-29T00:59:59Z}. */
    public static MutableClock at(String now) {
        return at(Instant.parse(now));
    }

    /** Moves it to a time, forwards or backwards. */
    public void set(Instant time) {
        now.set(time);
    }

    /** Moves it by a duration, which may be negative. */
    public void advance(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same hands in another zone: moving one clock moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(now, other);
    }
}
