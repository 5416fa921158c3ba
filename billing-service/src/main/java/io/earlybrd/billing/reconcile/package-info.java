/** Asking Stripe how a customer stands, on a hint or by the clock, and storing the answer. */
package io.earlybrd.billing.reconcile;
