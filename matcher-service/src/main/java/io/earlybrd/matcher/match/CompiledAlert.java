package io.earlybrd.matcher.match;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.matcher.query.InvalidQuery;
import java.util.Objects;
import java.util.UUID;

/**
 * An alert that is ready to be matched.
 *
 * @param version of the alert that {@code criteria} were read from
 */
public record CompiledAlert(UUID alertId, long version, UUID subscriberId, Criteria criteria) {

    public CompiledAlert {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(subscriberId, "subscriberId");
    }

    /**
     * Reads an alert.
     *
     * @throws InvalidQuery if its words are no query
     * @throws InvalidFilters if a filter means nothing
     */
    public static CompiledAlert of(AlertSaved alert) {
        return new CompiledAlert(
                alert.alertId(), alert.version(), alert.subscriberId(), Criteria.of(alert.query(), alert.filters()));
    }

    /** The match of a job that meets the criteria. */
    public AlertMatch matchOf(JobText job) {
        return new AlertMatch(alertId, version, criteria.reasons(job));
    }
}
