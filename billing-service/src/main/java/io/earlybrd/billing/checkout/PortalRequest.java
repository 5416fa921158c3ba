package io.earlybrd.billing.checkout;

import java.util.UUID;

/** Somebody wants to manage what they bought. */
public record PortalRequest(UUID subscriberId) {}
