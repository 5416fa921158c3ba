package io.earlybrd.scraper.health;

import io.earlybrd.scraper.provider.Outcome;
import java.util.Locale;

/** How a source fares, as operators and the coverage line of mails see it. */
public enum Health {
    NEW,
    HEALTHY,
    DEGRADED,
    BLOCKED,
    GONE;

    /** A board that answers 404 once may be back in a minute; after so many it is gone. */
    private static final int GONE_AFTER = 3;

    /**
     * The state after a crawl.
     *
     * @param failures those after this crawl
     * @param openJobs jobs that were open before it
     */
    public static Health after(Outcome outcome, Failures failures, int openJobs) {
        return switch (outcome.kind()) {
            case OK, NOT_MODIFIED -> HEALTHY;
            case EMPTY -> openJobs == 0 ? HEALTHY : DEGRADED;
            case PARTIAL, CHANGED_SHAPE, UNREACHABLE -> DEGRADED;
            // Who says for how long wants us back.
            case BLOCKED -> outcome.retryAfter() == null ? BLOCKED : DEGRADED;
            case GONE -> failures.alike() < GONE_AFTER ? DEGRADED : GONE;
        };
    }

    /** The word of the event contract and of the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this word. */
    public static Health of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
