package io.earlybrd.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert as its owner wants it now. Topic {@code alerts} (compacted), key {@code alertId}, owner account; a deleted alert is a
 * tombstone.
 *
 * @param alertId the alert
 * @param version grows by one per change of this alert
 * @param subscriberId whose alert it is
 * @param name what its owner calls it
 * @param query the words, in the query language
 * @param filters what a job must meet besides the words
 * @param cadence {@code instant}, {@code daily} or {@code weekly}
 * @param paused true while its owner wants no mail for it
 * @param resumedAt when its owner last started it again; a stop from a mail that is older than this no longer holds
 * @param mutes companies and jobs that its owner does not want to hear of
 * @param savedAt when this became true
 */
public record AlertSaved(
        UUID alertId,
        long version,
        UUID subscriberId,
        String name,
        String query,
        AlertFilters filters,
        String cadence,
        boolean paused,
        Optional<Instant> resumedAt,
        List<Mute> mutes,
        Instant savedAt)
        implements Event {

    public static final String INSTANT = "instant";
    public static final String DAILY = "daily";
    public static final String WEEKLY = "weekly";

    public AlertSaved {
        mutes = List.copyOf(mutes);
    }

    @Override
    public String key() {
        return alertId.toString();
    }
}
