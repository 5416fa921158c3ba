package io.earlybrd.matcher.index;

/**
 * An alert that a job is for.
 *
 * @param text where the version that was found is kept; {@link AlertIndex#keyOf} and {@link AlertIndex#matchOf} read it
 */
public record FoundAlert(int text) {}
