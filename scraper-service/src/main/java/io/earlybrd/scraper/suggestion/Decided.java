package io.earlybrd.scraper.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision.
 *
 * @param suggestion as it is now; null if there is none
 * @param alike others of the same board that were decided by the same answer
 */
record Decided(Kind kind, @Nullable Suggestion suggestion, List<Suggestion> alike) {

    /** What came of it. */
    enum Kind {
        NOW,
        /** It was decided before, perhaps in another way. */
        BEFORE,
        /** Nobody can tell which board the address is of. */
        UNDETECTED,
        UNKNOWN
    }

    static final Decided UNKNOWN = new Decided(Kind.UNKNOWN, null, List.of());

    static Decided undetected(Suggestion suggestion) {
        return new Decided(Kind.UNDETECTED, suggestion, List.of());
    }
}
