package io.earlybrd.events;

import java.util.List;
import java.util.UUID;

/**
 * One subscriber for whom a job is, with every alert of theirs that it matched.
 *
 * @param subscriberId the subscriber
 * @param alerts in the order of their ids; never empty
 */
public record SubscriberMatch(UUID subscriberId, List<AlertMatch> alerts) {

    public SubscriberMatch {
        alerts = List.copyOf(alerts);
    }
}
