package io.earlybrd.billing.subscription;

import java.util.Arrays;

/**
 * The status of a subscription, as Stripe names it.
 *
 * <p>Source: https://docs.stripe.com/api/subscriptions/object#subscription_object-status
 */
public enum SubscriptionStatus {
    TRIALING("trialing"),
    ACTIVE("active"),
    INCOMPLETE("incomplete"),
    INCOMPLETE_EXPIRED("incomplete_expired"),
    PAST_DUE("past_due"),
    UNPAID("unpaid"),
    CANCELED("canceled"),
    PAUSED("paused"),
    /** A word that Stripe did not have when this was written. */
    UNKNOWN("");

    private final String word;

    SubscriptionStatus(String word) {
        this.word = word;
    }

    /** The status of this word; {@link #UNKNOWN} for a word of the future. */
    public static SubscriptionStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status != UNKNOWN && status.word.equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Whether it can still charge, or be made to: nobody is sold a second one beside it. */
    public boolean live() {
        return this != CANCELED && this != INCOMPLETE_EXPIRED;
    }
}
