package io.earlybrd.billing.checkout;

import io.earlybrd.billing.price.Price;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a subscriber wants to buy.
 *
 * @param customerId who pays, at Stripe
 * @param trialEnd the first payment is due then; absent: at once
 */
record Order(UUID subscriberId, String customerId, Price price, Optional<Instant> trialEnd) {}
