package io.earlybrd.billing.stripe;

/** Stripe understood the call and refuses it: repeating it does not help. */
public final class StripeRefused extends StripeFailure {

    private static final long serialVersionUID = 1L;

    private final String code;

    StripeRefused(String message, String code) {
        super(message, null);
        this.code = code;
    }

    /** Whether Stripe does not know, or no longer knows, the object that was named. */
    public boolean objectMissing() {
        return "resource_missing".equals(code);
    }
}
