package io.earlybrd.matcher.index;

import io.earlybrd.events.AlertSaved;
import java.util.Optional;
import java.util.UUID;

/** A version of an alert that has been read, so that {@link AlertIndex#save(java.util.List)} has only to put it where jobs find it. */
public final class PreparedAlert {

    private final UUID id;
    private final long version;
    private final byte[] text;
    private final Optional<Filing> filing;

    /**
     * @param text as {@link AlertTexts} keeps it
     * @param filing empty for a paused one
     */
    PreparedAlert(AlertSaved alert, byte[] text, Optional<Filing> filing) {
        id = alert.alertId();
        version = alert.version();
        this.text = text;
        this.filing = filing;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    byte[] text() {
        return text;
    }

    Optional<Filing> filing() {
        return filing;
    }
}
