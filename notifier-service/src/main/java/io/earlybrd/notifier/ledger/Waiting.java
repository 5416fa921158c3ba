package io.earlybrd.notifier.ledger;

/** Why a match is pending. The word is what the ledger and {@code FateChanged} say. */
public enum Waiting {
    /** Other matches of the next moments are to come into the same mail. */
    COALESCING("coalescing"),
    /** It is part of the next digest. */
    DIGEST("digest"),
    /** The subscriber wants no instant mail at this hour. */
    QUIET_HOURS("quiet-hours"),
    /** The record of the subscriber, the entitlement or the alert has not arrived yet. */
    WAITING("waiting"),
    /** Its mail is on its way. */
    SENDING("sending"),
    /** The other server asked to try later, or could not be reached. */
    DEFERRED("deferred");

    private final String word;

    Waiting(String word) {
        this.word = word;
    }

    /** The word for it in the ledger. */
    public String word() {
        return word;
    }
}
