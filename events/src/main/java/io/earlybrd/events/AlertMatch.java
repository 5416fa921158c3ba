package io.earlybrd.events;

import java.util.List;
import java.util.UUID;

/**
 * One alert that a job matched.
 *
 * @param alertId the alert
 * @param alertVersion the version that was matched
 * @param reasons which clauses hit where; never empty
 */
public record AlertMatch(UUID alertId, long alertVersion, List<Reason> reasons) {

    public AlertMatch {
        reasons = List.copyOf(reasons);
    }
}
