package io.earlybrd.matcher.index;

import java.util.UUID;

/**
 * An alert that a job is for.
 *
 * @param version that was matched
 * @param text where its words and filters are kept; see {@link AlertTexts}
 */
public record FoundAlert(UUID alertId, long version, UUID subscriberId, int text) {}
