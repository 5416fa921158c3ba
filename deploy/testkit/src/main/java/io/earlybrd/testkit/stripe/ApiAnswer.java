package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer of the API.
 *
 * @param replayed whether it is the stored answer to an earlier request with the same idempotency key
 */
record ApiAnswer(int status, ObjectNode body, boolean replayed) {

    static ApiAnswer of(StripeError error) {
        return new ApiAnswer(error.status(), error.body(), false);
    }
}
