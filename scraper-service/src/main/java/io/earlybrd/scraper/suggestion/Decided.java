package io.earlybrd.scraper.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What came of a decision.
 *
 * @param suggestion as it is now; null if there is none
 */
record Decided(Kind kind, @Nullable Suggestion suggestion) {

    /** What came of it. */
    enum Kind {
        NOW,
        /** It was decided before, perhaps in another way. */
        BEFORE,
        /** Nobody can tell which board the address is of. */
        UNDETECTED,
        UNKNOWN
    }

    static final Decided UNKNOWN = new Decided(Kind.UNKNOWN, null);
}
