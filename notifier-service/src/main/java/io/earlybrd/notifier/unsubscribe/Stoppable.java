package io.earlybrd.notifier.unsubscribe;

import java.util.List;
import java.util.UUID;

/**
 * What one link stops.
 *
 * @param subscriberId whose alerts they are
 * @param alertIds the alerts of the mail that carries the link; never empty
 */
public record Stoppable(UUID subscriberId, List<UUID> alertIds) {

    /** Most alerts that one link can stop. */
    public static final int MAX_ALERTS = 64;

    public Stoppable {
        alertIds = alertIds.stream().distinct().sorted().limit(MAX_ALERTS).toList();
    }
}
