package io.earlybrd.events.outbox;

import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event on its way to the outbox.
 *
 * @param id the same on every retry
 * @param topic where it goes
 * @param key order is kept per key
 * @param type simple name of the record, or {@value #TOMBSTONE}
 * @param payload its JSON; absent: a tombstone, which deletes the key from a compacted topic
 * @param occurredAt when the fact became true
 */
public record OutgoingEvent(
        UUID id, Topic topic, String key, String type, Optional<String> payload, Instant occurredAt) {

    /** The type of an event without a value. */
    public static final String TOMBSTONE = "Tombstone";

    /** An event of the contract. */
    public static OutgoingEvent of(Event event, UUID id, Instant occurredAt) {
        return new OutgoingEvent(
                id,
                Topic.of(event.getClass()),
                event.key(),
                event.getClass().getSimpleName(),
                Optional.of(EventJson.write(event)),
                occurredAt);
    }

    /** The end of whatever the key names. */
    public static OutgoingEvent tombstone(Topic topic, String key, UUID id, Instant occurredAt) {
        return new OutgoingEvent(id, topic, key, TOMBSTONE, Optional.empty(), occurredAt);
    }
}
