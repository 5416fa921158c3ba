package io.earlybrd.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;

/** How events are written: absent members left out, times as RFC 3339 text, unknown members ignored. */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule().addDeserializer(Instant.class, new EventTime()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EventJson() {}

    /** The one mapper of the contract, for tools that need more than {@link #write} and {@link #read}. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The JSON of an event or of a part of one. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /** The same in UTF-8. */
    public static byte[] writeBytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * Reads an event or a part of one.
     *
     * @throws UnreadableEvent if the bytes are no JSON of that shape
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new UnreadableEvent("null where a " + type.getSimpleName() + " was expected", null);
            }
            return value;
        } catch (IOException | RuntimeException e) {
            // The parser's message may quote the record, which may hold an address; only its place is told.
            throw e instanceof UnreadableEvent unreadable
                    ? unreadable
                    : new UnreadableEvent(
                            "not a " + type.getSimpleName() + ": "
                                    + e.getClass().getSimpleName(),
                            e);
        }
    }
}
