package io.earlybrd.billing.entitlement;

import io.earlybrd.billing.subscription.Plan;
import java.time.Instant;
import java.util.Optional;

/**
 * May a subscriber get alerts, until when, and why.
 *
 * @param reason why, or why not
 * @param until the end of the permission, in the future while it lasts; absent where it never was given
 * @param plan what was bought, if anything was
 */
public record Entitlement(Reason reason, Optional<Instant> until, Optional<Plan> plan) {

    /** Whether alerts may be sent. */
    public boolean allowed() {
        return state() != EntitlementState.ENDED;
    }

    /** Whether alerts may be sent at this instant, though the end was not swept yet. */
    public boolean allowsAt(Instant instant) {
        return allowed() && until.map(instant::isBefore).orElse(true);
    }

    /** How the subscriber stands. */
    public EntitlementState state() {
        return reason.state();
    }
}
