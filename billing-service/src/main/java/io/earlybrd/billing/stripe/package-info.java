/** The one way to Stripe: its client, its failures, its configuration. */
package io.earlybrd.billing.stripe;
