package io.earlybrd.scraper.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a listing whose details stand elsewhere.
 *
 * @param revision hash of what the list showed when they were read; null if they never were
 * @param known whether it has a posting
 * @param open whether its posting is open
 */
record DetailRow(
        String externalId,
        @Nullable String revision,
        @Nullable Instant readAt,
        @Nullable Instant putOffUntil,
        boolean known,
        boolean open) {}
