package io.earlybrd.account.session;

import io.earlybrd.account.subscriber.MailStop;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A session with what is needed of its subscriber, read by one query. */
public record SessionOwner(
        UUID sessionId,
        Instant seenAt,
        UUID subscriberId,
        String email,
        String zone,
        Instant verifiedAt,
        Instant mailStoppedAt,
        String mailStopReason,
        Instant mailResumedAt) {

    SignedIn signedIn() {
        return new SignedIn(
                subscriberId,
                sessionId,
                email,
                ZoneId.of(zone),
                verifiedAt != null,
                MailStop.of(mailStoppedAt, mailStopReason, mailResumedAt));
    }
}
