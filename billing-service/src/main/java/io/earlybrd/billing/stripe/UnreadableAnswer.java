package io.earlybrd.billing.stripe;

/** Stripe answered with something that is not shaped as documented. */
public final class UnreadableAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswer(String message) {
        super(message);
    }
}
