/** Whether a subscriber may get alerts, what it costs, and the way to Stripe's pages. */
package io.earlybrd.account.billing;
