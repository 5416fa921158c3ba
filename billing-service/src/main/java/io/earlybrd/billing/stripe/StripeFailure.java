package io.earlybrd.billing.stripe;

/** A call to Stripe that did not succeed. Its message holds no secret and nothing of the request. */
public abstract sealed class StripeFailure extends RuntimeException permits StripeUnavailable, StripeRefused {

    private static final long serialVersionUID = 1L;

    StripeFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
