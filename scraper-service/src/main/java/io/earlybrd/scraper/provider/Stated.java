package io.earlybrd.scraper.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.Dates;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Members of a provider's JSON: what is missing, null or of another type is not stated. */
public final class Stated {

    private Stated() {}

    /** A text or number as text; empty if not stated. */
    public static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    /** The first of two members whose text is not blank; empty if neither's is. */
    public static String text(JsonNode object, String member, String otherwise) {
        String text = text(object, member);
        return text.isBlank() ? text(object, otherwise) : text;
    }

    /** A number, also one that is written as text. */
    public static @Nullable BigDecimal number(JsonNode object, String member) {
        try {
            String text = text(object, member).strip();
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A time with its offset: {@code 2026-07-14T18:35:00-04:00}. */
    public static @Nullable Instant offsetTime(JsonNode object, String member) {
        try {
            String text = text(object, member).strip();
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time in whatever notation {@link Dates#read(String)} knows, as text or number. */
    public static @Nullable Instant time(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.canConvertToLong() ? Dates.epoch(value.asLong()) : Dates.read(text(object, member));
    }

    /** The first of two members that states a {@linkplain #time(JsonNode, String) time}. */
    public static @Nullable Instant time(JsonNode object, String member, String otherwise) {
        Instant time = time(object, member);
        return time == null ? time(object, otherwise) : time;
    }

    /** A time in milliseconds since 1970; zero and less is not one. */
    public static @Nullable Instant epochMillis(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.canConvertToLong() && value.asLong() > 0 ? Instant.ofEpochMilli(value.asLong()) : null;
    }
}
