package io.earlybrd.events;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The CloudEvents 1.0 attributes of a record, in Kafka's binary mode (headers {@code ce_…}).
 *
 * @param id the same on every retry and replay of this fact
 * @param type simple name of the event's record: {@code JobPosted}
 * @param source the service that tells it, as a path: {@code /scraper}
 * @param time when the fact became true
 */
public record CloudEvent(UUID id, String type, String source, Instant time) {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";

    /**
     * Reads the attributes of a record.
     *
     * @throws UnreadableEvent if one is missing or malformed
     */
    public static CloudEvent of(Headers headers) {
        try {
            return new CloudEvent(
                    UUID.fromString(text(headers, ID)),
                    text(headers, TYPE),
                    text(headers, SOURCE),
                    EventTime.parse(text(headers, TIME)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("malformed CloudEvents header: " + e.getMessage(), e);
        }
    }

    /** Writes the attributes to a record's headers. */
    public void writeTo(Headers headers) {
        put(headers, SPEC_VERSION, "1.0");
        put(headers, ID, id.toString());
        put(headers, TYPE, type);
        put(headers, SOURCE, source);
        put(headers, TIME, time.toString());
        put(headers, CONTENT_TYPE, "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableEvent("header " + name + " is missing", null);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
