package io.earlybrd.events;

import java.time.Instant;
import java.util.UUID;

/**
 * No alert is mailed to this subscriber any more. Topic {@code deliveries}, key {@code subscriberId}, owner notifier.
 *
 * @param subscriberId the subscriber
 * @param reason {@code unsubscribed}, {@code bounced} or {@code complained}
 * @param suppressedAt when this became true
 */
public record AddressSuppressed(UUID subscriberId, String reason, Instant suppressedAt) implements Event {

    @Override
    public String key() {
        return subscriberId.toString();
    }
}
