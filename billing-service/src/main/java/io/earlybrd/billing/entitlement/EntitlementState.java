package io.earlybrd.billing.entitlement;

import java.util.Locale;

/** How a subscriber stands, in the few words that others need. */
public enum EntitlementState {
    TRIAL,
    ACTIVE,
    GRACE,
    ENDED;

    /** Its word in events and in our API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
