package io.earlybrd.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a match. Topic {@code deliveries}, key {@code subscriberId}, owner notifier.
 *
 * @param subscriberId the subscriber
 * @param jobId the job
 * @param version grows by one per change of this match's fate
 * @param title the job's title
 * @param company the job's employer
 * @param url the job's page
 * @param alerts the alerts that it matched, with versions and reasons
 * @param fate {@code pending}, {@code sent}, {@code suppressed} or {@code bounced}
 * @param reason why it is pending or was not sent, for example {@code coalescing}, {@code not-entitled}, {@code paused}
 * @param until when a pending match is due
 * @param messageId of the mail that carries it
 * @param matchedAt when the matcher decided
 * @param changedAt when this became true
 */
public record FateChanged(
        UUID subscriberId,
        String jobId,
        long version,
        String title,
        String company,
        URI url,
        List<AlertMatch> alerts,
        String fate,
        Optional<String> reason,
        Optional<Instant> until,
        Optional<String> messageId,
        Instant matchedAt,
        Instant changedAt)
        implements Event {

    public static final String PENDING = "pending";
    public static final String SENT = "sent";
    public static final String SUPPRESSED = "suppressed";
    public static final String BOUNCED = "bounced";

    public FateChanged {
        alerts = List.copyOf(alerts);
    }

    @Override
    public String key() {
        return subscriberId.toString();
    }
}
