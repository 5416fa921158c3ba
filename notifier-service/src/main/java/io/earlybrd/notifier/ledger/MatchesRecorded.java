package io.earlybrd.notifier.ledger;

/**
 * Fired when new matches are committed to the ledger.
 *
 * @param count how many
 */
public record MatchesRecorded(int count) {}
