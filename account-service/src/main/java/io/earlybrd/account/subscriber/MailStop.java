package io.earlybrd.account.subscriber;

import java.time.Instant;
import java.util.Optional;

/**
 * That nothing is mailed to a subscriber any more.
 *
 * @param at since when
 * @param reason why
 */
public record MailStop(Instant at, Reason reason) {

    /** The stop that holds, if one does: a later start lifts it. */
    public static Optional<MailStop> of(Instant stoppedAt, String reason, Instant resumedAt) {
        return stoppedAt == null || resumedAt != null
                ? Optional.empty()
                : Optional.of(new MailStop(stoppedAt, Reason.of(reason)));
    }

    /** Why mail is stopped. */
    public enum Reason {
        /** The subscriber stopped all alerts from a mail. */
        UNSUBSCRIBED,
        /** The mail server said that the address takes no mail. */
        BOUNCED,
        /** A mail was reported as spam. */
        COMPLAINED,
        /** What the notifier may come to know some day; a stop all the same. */
        OTHER;

        static Reason of(String word) {
            return switch (word) {
                case "unsubscribed" -> UNSUBSCRIBED;
                case "bounced" -> BOUNCED;
                case "complained" -> COMPLAINED;
                default -> OTHER;
            };
        }
    }
}
