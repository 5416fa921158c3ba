package io.earlybrd.billing.checkout;

import java.net.URI;

/** A page of Stripe to which the browser is to be sent. */
public record Page(URI url) {

    /** Without the address, which opens the page to whoever holds it. */
    @Override
    public String toString() {
        return "Page[]";
    }
}
