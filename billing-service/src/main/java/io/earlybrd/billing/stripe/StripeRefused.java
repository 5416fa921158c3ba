package io.earlybrd.billing.stripe;

/** Stripe understood the call and refuses it: repeating it does not help. */
public final class StripeRefused extends StripeFailure {

    private static final long serialVersionUID = 1L;

    private final String code;

    private final String param;

    StripeRefused(String message, String code, String param) {
        super(message, null);
        this.code = code;
        this.param = param;
    }

    /** Whether Stripe does not know, or no longer knows, the object that was named. */
    public boolean objectMissing() {
        return "resource_missing".equals(code);
    }

    /** Whether the customer whom a parameter names was deleted at Stripe, or never was there. */
    public boolean customerMissing() {
        return objectMissing() && "customer".equals(param);
    }

    /** Whether what is to be bought cannot be bought: its price is gone, or no longer active. */
    public boolean priceRefused() {
        return param != null && param.startsWith("line_items");
    }
}
