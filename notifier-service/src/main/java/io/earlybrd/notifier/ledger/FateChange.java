package io.earlybrd.notifier.ledger;

import io.earlybrd.events.FateChanged;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of one entry of the ledger.
 *
 * @param entry as it was read
 * @param fate its fate from now on
 * @param reason why it is pending or is not sent
 * @param dueAt when it is looked at next, if it stays pending; else as before
 * @param mailId the mail that carries it, if there is one
 * @param messageId of that mail
 */
public record FateChange(
        LedgerEntry entry,
        Fate fate,
        Optional<String> reason,
        Instant dueAt,
        Optional<UUID> mailId,
        Optional<String> messageId) {

    /** It stays pending until then. */
    public static FateChange pending(LedgerEntry entry, Waiting why, Instant until) {
        return new FateChange(entry, Fate.PENDING, Optional.of(why.word()), until, entry.mailId(), entry.messageId());
    }

    /** It is carried by this mail, which is on its way. */
    public static FateChange mailed(LedgerEntry entry, UUID mailId, String messageId) {
        return new FateChange(
                entry,
                Fate.PENDING,
                Optional.of(Waiting.SENDING.word()),
                entry.dueAt(),
                Optional.of(mailId),
                Optional.of(messageId));
    }

    /** The other server has taken its mail. */
    public static FateChange sent(LedgerEntry entry) {
        return ended(entry, Fate.SENT, Optional.empty());
    }

    /** It is not mailed. */
    public static FateChange suppressed(LedgerEntry entry, String why) {
        return ended(entry, Fate.SUPPRESSED, Optional.of(why));
    }

    /** Its mail was refused for good. */
    public static FateChange bounced(LedgerEntry entry, String problem) {
        return ended(entry, Fate.BOUNCED, Optional.of(problem));
    }

    private static FateChange ended(LedgerEntry entry, Fate fate, Optional<String> reason) {
        return new FateChange(entry, fate, reason, entry.dueAt(), entry.mailId(), entry.messageId());
    }

    /** Whether others are to hear of it: that it still waits for what has not arrived, and is looked at again, is no news. */
    boolean isNews() {
        return fate != Fate.PENDING
                || !reason.equals(entry.reason())
                || !reason.equals(Optional.of(Waiting.WAITING.word()));
    }

    /** What the other services are told. */
    FateChanged told(Instant now) {
        return new FateChanged(
                entry.subscriberId(),
                entry.jobId(),
                entry.version() + 1,
                entry.job().title(),
                entry.job().company(),
                entry.job().url(),
                entry.alerts(),
                fate.word(),
                reason,
                fate == Fate.PENDING ? Optional.of(dueAt) : Optional.empty(),
                messageId,
                entry.hops().matchedAt(),
                now);
    }
}
