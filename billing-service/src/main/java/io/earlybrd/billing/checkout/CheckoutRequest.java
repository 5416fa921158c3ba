package io.earlybrd.billing.checkout;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody wants to buy.
 *
 * @param subscriberId who
 * @param email their address, for the case that account's event has not arrived yet
 * @param plan {@code monthly} or {@code yearly}
 */
public record CheckoutRequest(UUID subscriberId, Optional<String> email, String plan) {}
