/** Stripe's customers and subscriptions as they were last told. */
package io.earlybrd.billing.subscription;
