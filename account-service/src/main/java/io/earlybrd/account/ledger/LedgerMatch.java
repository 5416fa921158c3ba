package io.earlybrd.account.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Reason;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/**
 * An alert that a job of the ledger matched.
 *
 * @param jobId the job
 * @param alertId the alert
 * @param alertName what its owner calls it now; null once it is deleted
 * @param reasonsJson why, as the contract writes it
 */
public record LedgerMatch(String jobId, UUID alertId, String alertName, String reasonsJson) {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    /** Why it matched. */
    public List<Reason> reasons() {
        try {
            return EventJson.mapper().readValue(reasonsJson, REASONS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
