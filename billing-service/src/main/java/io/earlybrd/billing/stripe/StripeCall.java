package io.earlybrd.billing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;

/** Something to be asked of Stripe; it blocks until Stripe has answered. */
@FunctionalInterface
public interface StripeCall<T> {

    /** Makes the call. */
    T on(StripeClient client) throws StripeException;
}
