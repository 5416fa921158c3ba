package io.earlybrd.billing.stripe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How Stripe is reached. The two secrets are checked at start, see {@code earlybrd.required-config}. */
@ConfigMapping(prefix = "stripe")
public interface StripeConfig {

    /** The secret key of the API; it also tells whether live or test events are ours. */
    Optional<String> apiKey();

    /** Base URL of the API. */
    @WithDefault("https://api.stripe.com")
    URI apiBase();

    /** The secrets that webhooks may be signed with; two of them while one is being replaced. */
    Optional<List<String>> webhookSecret();

    /** How long a connection may take. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long an answer may take; Stripe's slowest ordinary calls need a few seconds. */
    @WithDefault("10s")
    Duration readTimeout();

    /** How often a call is tried again, with the same idempotency key, after a broken connection, a conflict or a 5xx. */
    @WithDefault("2")
    int retries();

    /**
     * How long a call may take with all its tries and pages. The time-outs above hold for one connection and one silence, so an
     * answer that trickles in would go on for ever without it.
     */
    @WithDefault("45s")
    Duration callTimeout();

    /** Whether this service works with real money. */
    default boolean livemode() {
        return apiKey().filter(key -> key.startsWith("sk_live_") || key.startsWith("rk_live_"))
                .isPresent();
    }
}
