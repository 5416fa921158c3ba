package io.earlybrd.account.mailbox;

import java.time.Duration;

/** What a mailed link is for; it does nothing else. */
public enum Purpose {
    /** To confirm the address. */
    CONFIRM("confirm", Duration.ofHours(24)),
    /** To choose a new password. */
    RESET("reset", Duration.ofHours(1));

    private final String word;
    private final Duration lifetime;

    Purpose(String word, Duration lifetime) {
        this.word = word;
        this.lifetime = lifetime;
    }

    /** How long such a link works. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Its name in the database. */
    String word() {
        return word;
    }
}
