/**
 * A local Stripe: the part of the API, of the payment pages and of the webhooks that a subscription business uses, faithful
 * in encoding, errors, paging, idempotency, signatures and states, and with faults on demand.
 *
 * <p>{@link io.earlybrd.testkit.stripe.StripeStandIn} is the door. Objects are JSON trees, because that is what Stripe's
 * contract is about; members whose name starts with an underscore are the stand-in's own and are never shown.
 */
package io.earlybrd.testkit.stripe;
