package io.earlybrd.billing.entitlement;

import java.util.Locale;

/**
 * Why a subscriber may get alerts, or why not. Where several subscriptions refuse for different reasons, the one that stands
 * first is told: what the subscriber can mend comes before what is over.
 */
public enum Reason {
    /** A trial runs, ours or one at Stripe. */
    TRIAL(EntitlementState.TRIAL),
    /** The last payment is fine. */
    PAID(EntitlementState.ACTIVE),
    /** Paid, and the subscription ends with what is paid. */
    CANCELING(EntitlementState.ACTIVE),
    /** A payment failed and Stripe still retries. */
    PAST_DUE(EntitlementState.GRACE),
    /** Stripe uses a status that we do not understand; the last decision stands for a bounded time. */
    STATUS_UNKNOWN(EntitlementState.GRACE),

    /** A payment failed and the grace is over. */
    GRACE_ENDED(EntitlementState.ENDED),
    /** Stripe has given up retrying a payment. */
    UNPAID(EntitlementState.ENDED),
    /** The trial at Stripe ended without a card. */
    PAUSED(EntitlementState.ENDED),
    /** The first payment is not finished. */
    PAYMENT_INCOMPLETE(EntitlementState.ENDED),
    /** The paid period is over for days and Stripe could not be asked what followed. */
    NO_NEWS(EntitlementState.ENDED),
    /** The status stayed unknown for too long. */
    STATUS_UNRESOLVED(EntitlementState.ENDED),
    /** The first payment was never finished. */
    PAYMENT_EXPIRED(EntitlementState.ENDED),
    /** The subscription is over. */
    CANCELED(EntitlementState.ENDED),
    /** The trial is over and nothing was bought. */
    TRIAL_ENDED(EntitlementState.ENDED);

    private final EntitlementState state;

    Reason(EntitlementState state) {
        this.state = state;
    }

    /** The state that it stands for. */
    public EntitlementState state() {
        return state;
    }

    /** Its word in events and in our API, for example {@code trial-ended}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
