package io.earlybrd.billing.stripe;

/** Stripe cannot be reached, is overloaded or does not take our key: the same call may succeed later. */
public final class StripeUnavailable extends StripeFailure {

    private static final long serialVersionUID = 1L;

    StripeUnavailable(String message) {
        super(message, null);
    }
}
