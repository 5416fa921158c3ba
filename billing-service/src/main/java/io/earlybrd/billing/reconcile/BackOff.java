package io.earlybrd.billing.reconcile;

import java.time.Duration;

/** Pauses that double with every failure, up to a longest one. */
public record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row, the first of which is number 1. */
    public Duration after(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
