package io.earlybrd.notifier.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import io.earlybrd.events.FateChanged;

/** What became of a match. The word is what the database and {@link FateChanged} say. */
public enum Fate {
    PENDING(FateChanged.PENDING),
    SENT(FateChanged.SENT),
    SUPPRESSED(FateChanged.SUPPRESSED),
    BOUNCED(FateChanged.BOUNCED);

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /** The word for it in the ledger. */
    @JsonValue
    public String word() {
        return word;
    }
}
