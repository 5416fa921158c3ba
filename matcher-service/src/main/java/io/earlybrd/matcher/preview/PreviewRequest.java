package io.earlybrd.matcher.preview;

import io.earlybrd.events.AlertFilters;
import java.util.Optional;

/**
 * The words and filters of an alert, as in {@link io.earlybrd.events.AlertSaved}.
 *
 * @param filters none if absent
 * @param limit how many jobs are wanted, {@value #MAX_LIMIT} at most; {@value #DEFAULT_LIMIT} if absent
 */
record PreviewRequest(String query, Optional<AlertFilters> filters, Optional<Integer> limit) {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;

    int jobs() {
        return Math.max(0, Math.min(MAX_LIMIT, limit.orElse(DEFAULT_LIMIT)));
    }
}
