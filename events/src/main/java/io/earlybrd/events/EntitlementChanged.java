package io.earlybrd.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * May this subscriber get alerts now, until when, and why. Topic {@code entitlements} (compacted), key {@code subscriberId},
 * owner billing; an erased subscriber is a tombstone.
 *
 * @param subscriberId the subscriber
 * @param version grows by one per change of this entitlement
 * @param allowed whether alerts may be sent
 * @param state {@code trial}, {@code active}, {@code grace} or {@code ended}
 * @param until the end of the permission: after it nothing is sent, though no further event comes
 * @param plan {@code monthly} or {@code yearly}, once one is bought
 * @param reason one word for why, for example {@code trial}, {@code trial-ended}, {@code paid}, {@code past-due}, {@code canceled}
 * @param changedAt when this became true
 */
public record EntitlementChanged(
        UUID subscriberId,
        long version,
        boolean allowed,
        String state,
        Optional<Instant> until,
        Optional<String> plan,
        String reason,
        Instant changedAt)
        implements Event {

    @Override
    public String key() {
        return subscriberId.toString();
    }

    /** Whether an alert may be sent at this instant. */
    public boolean allowsAt(Instant instant) {
        return allowed && until.map(instant::isBefore).orElse(true);
    }
}
