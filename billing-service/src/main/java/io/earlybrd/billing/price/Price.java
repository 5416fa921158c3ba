package io.earlybrd.billing.price;

import io.earlybrd.billing.subscription.Plan;

/**
 * What a plan costs, as Stripe says it.
 *
 * @param plan what is bought
 * @param id Stripe's id of the price
 * @param amount per period, in minor units of the currency
 * @param currency ISO 4217, in lower case as Stripe writes it
 */
public record Price(Plan plan, String id, long amount, String currency) {}
