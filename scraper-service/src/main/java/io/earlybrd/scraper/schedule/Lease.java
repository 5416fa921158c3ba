package io.earlybrd.scraper.schedule;

import java.time.Duration;

/**
 * Until when an instance may take a source and its host for its own, by its own monotonic clock: a process that was frozen knows by
 * it that another one may have them now, before it asks anybody.
 */
public final class Lease {

    private final long lengthNanos;
    private volatile long renewedAtNanos;
    private volatile boolean ended;

    /**
     * A lease that was asked for at this time.
     *
     * @param length how long it lasts without being renewed
     * @param askedAtNanos before the database was asked, so that it ends here before it ends there
     */
    Lease(Duration length, long askedAtNanos) {
        this.lengthNanos = length.toNanos();
        this.renewedAtNanos = askedAtNanos;
    }

    /** A lease of the usual length that begins now. */
    public static Lease now() {
        return new Lease(SourceLeases.LEASE, System.nanoTime());
    }

    /** It was renewed by a statement that began then. */
    void renewed(long askedAtNanos) {
        renewedAtNanos = askedAtNanos;
    }

    /** Ends it, whether or not the time is over. */
    public void end() {
        ended = true;
    }

    /** Throws {@link LeaseLost} if it may have ended. */
    public void confirm() {
        if (endedAt(System.nanoTime())) {
            throw new LeaseLost();
        }
    }

    boolean endedAt(long nanos) {
        return ended || nanos - renewedAtNanos >= lengthNanos;
    }
}
