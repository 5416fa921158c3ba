package io.earlybrd.matcher.preview;

import io.earlybrd.events.AlertFilters;
import java.util.Optional;

/**
 * The words and filters of an alert, as in {@link io.earlybrd.events.AlertSaved}.
 *
 * @param filters none if absent
 * @param limit how many jobs are wanted, {@value #MAX_LIMIT} at most; {@value #DEFAULT_LIMIT} if absent
 * @param nearMisses how many near misses are wanted, {@value #MAX_LIMIT} at most; none if absent
 * @param saved the version that this one would replace, if it is to be compared
 */
record PreviewRequest(
        String query,
        Optional<AlertFilters> filters,
        Optional<Integer> limit,
        Optional<Integer> nearMisses,
        Optional<Saved> saved) {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;

    int jobs() {
        return bounded(limit.orElse(DEFAULT_LIMIT));
    }

    int misses() {
        return bounded(nearMisses.orElse(0));
    }

    private static int bounded(int wanted) {
        return Math.max(0, Math.min(MAX_LIMIT, wanted));
    }

    /** @param filters none if absent */
    record Saved(String query, Optional<AlertFilters> filters) {}
}
