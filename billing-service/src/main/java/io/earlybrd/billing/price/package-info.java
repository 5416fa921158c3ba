/** What the plans cost, as Stripe says it. */
package io.earlybrd.billing.price;
