/** Stripe's payment page and customer portal, opened for a subscriber; never two subscriptions for one person. */
package io.earlybrd.billing.checkout;
