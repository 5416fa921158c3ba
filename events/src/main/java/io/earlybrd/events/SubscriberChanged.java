package io.earlybrd.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscriber as mail needs to know them. Topic {@code subscribers} (compacted), key {@code subscriberId}, owner account; an
 * erased subscriber is a tombstone.
 *
 * @param subscriberId the subscriber
 * @param version grows by one per change of this subscriber
 * @param email where mail goes; in use as typed, compared in lower case
 * @param verifiedAt when the address was first confirmed; absent: not yet, and no alert is mailed
 * @param zone IANA name of the zone that times are shown in and digests are sent by
 * @param schedule when digests are sent; absent: 09:00, weekly ones on Monday
 * @param quietHours no instant mail in these hours, if any are named
 * @param preferences which classes of mail are wanted
 * @param changedAt when this became true
 */
public record SubscriberChanged(
        UUID subscriberId,
        long version,
        String email,
        Optional<Instant> verifiedAt,
        String zone,
        Optional<DigestSchedule> schedule,
        Optional<QuietHours> quietHours,
        MailPreferences preferences,
        Instant changedAt)
        implements Event {

    @Override
    public String key() {
        return subscriberId.toString();
    }
}
