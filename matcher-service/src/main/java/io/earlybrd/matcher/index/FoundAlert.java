package io.earlybrd.matcher.index;

import java.util.UUID;

/**
 * An alert that a job is for.
 *
 * @param text where the version that was found is kept; {@link AlertIndex#subscriberOf} and {@link AlertIndex#matchOf} read it
 */
public record FoundAlert(UUID alertId, int text) {}
