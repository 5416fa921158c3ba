package io.earlybrd.notifier.recipient;

import io.earlybrd.events.UnreadableEvent;
import java.util.UUID;

/** Keys of tombstones, which carry nothing but their key. */
final class RecordKeys {

    private RecordKeys() {}

    static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("the key of a tombstone is no id", e);
        }
    }
}
