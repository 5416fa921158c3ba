package io.earlybrd.billing.stripe;

/** Stripe cannot be reached, is overloaded or does not take our key: the same call may succeed later. */
public final class StripeUnavailable extends StripeFailure {

    private static final long serialVersionUID = 1L;

    private final boolean answered;

    StripeUnavailable(String message, boolean answered) {
        super(message, null);
        this.answered = answered;
    }

    /** Whether Stripe answered with a fault of its own, an answer that it repeats for the same idempotency key. */
    public boolean answered() {
        return answered;
    }
}
