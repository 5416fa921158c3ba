package io.earlybrd.billing.checkout;

import java.net.URI;

/** What came of the wish to buy. */
sealed interface CheckoutOutcome {

    /** Stripe's page is open. */
    record Opened(URI page) implements CheckoutOutcome {}

    /** There is a subscription already, which the portal manages; a second one would be charged beside it. */
    record AlreadySubscribed() implements CheckoutOutcome {}

    /** Another request of the same subscriber chose another plan meanwhile. */
    record Overtaken() implements CheckoutOutcome {}

    /** Nobody has told us of this subscriber, and the request names no address. */
    record UnknownSubscriber() implements CheckoutOutcome {}

    /** Stripe has no active price for the plan. */
    record NotForSale() implements CheckoutOutcome {}
}
