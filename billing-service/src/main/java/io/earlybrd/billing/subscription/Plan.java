package io.earlybrd.billing.subscription;

import java.util.Arrays;
import java.util.Optional;

/** What is sold: one product, paid by the month or by the year. */
public enum Plan {
    MONTHLY("monthly", "month"),
    YEARLY("yearly", "year");

    private final String word;
    private final String stripeInterval;

    Plan(String word, String stripeInterval) {
        this.word = word;
        this.stripeInterval = stripeInterval;
    }

    /** The plan of this word, as it stands in events and in our API. */
    public static Optional<Plan> named(String word) {
        return Arrays.stream(values()).filter(plan -> plan.word.equals(word)).findFirst();
    }

    /** The plan whose price has this lookup key at Stripe. */
    public static Optional<Plan> ofLookupKey(String lookupKey) {
        return Arrays.stream(values())
                .filter(plan -> plan.lookupKey().equals(lookupKey))
                .findFirst();
    }

    /** The plan that is paid once per this interval of Stripe ({@code month}, {@code year}). */
    public static Optional<Plan> paidEvery(String stripeInterval) {
        return Arrays.stream(values())
                .filter(plan -> plan.stripeInterval.equals(stripeInterval))
                .findFirst();
    }

    /** Its word in events and in our API. */
    public String word() {
        return word;
    }

    /** The lookup key of its price at Stripe, so that a price can be changed there without a release. */
    public String lookupKey() {
        return "earlybrd_" + word;
    }
}
