/** Stripe's webhooks: proved, stored once, acknowledged, and then acted on. */
package io.earlybrd.billing.webhook;
