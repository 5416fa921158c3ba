package io.earlybrd.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A subscriber stopped one alert from a mail, without logging in. Topic {@code deliveries}, key {@code subscriberId}, owner
 * notifier. It already holds at the notifier; account shows the alert as paused. An {@link AlertSaved} with a later
 * {@code resumedAt} lifts it.
 *
 * @param subscriberId the subscriber
 * @param alertId the alert
 * @param stoppedAt when this became true
 */
public record AlertStopped(UUID subscriberId, UUID alertId, Instant stoppedAt) implements Event {

    @Override
    public String key() {
        return subscriberId.toString();
    }
}
