package io.earlybrd.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as the contract writes it: RFC 3339 text. What {@link Instant#parse} takes is taken, but the form that {@link Instant#toString}
 * gives is read in a fraction of its time and without its garbage, since there are two times or three in every record.
 */
final class EventTime extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    /** Up to the seconds; a digit stands for any. */
    private static final String FORM = "0000-00-00T00:00:00";

    private static final int NANOS_BEGIN = FORM.length() + 1;
    private static final int NANO_DIGITS = 9;

    EventTime() {
        super(Instant.class);
    }

    /**
     * Reads a time.
     *
     * @throws DateTimeException if the text is none
     */
    static Instant parse(String text) {
        if (!isOfTheForm(text)) {
            return Instant.parse(text);
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanos(text))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // The end of a day as 24:00 and leap seconds, or a day that there is not.
            return Instant.parse(text);
        }
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        String text = json.getText();
        try {
            return parse(text);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "no time");
        }
    }

    private static boolean isOfTheForm(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || last > NANOS_BEGIN + NANO_DIGITS || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            if (form == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != form) {
                return false;
            }
        }
        return last == FORM.length() || isFraction(text, last);
    }

    private static boolean isFraction(String text, int end) {
        for (int i = NANOS_BEGIN; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.charAt(NANOS_BEGIN - 1) == '.' && end > NANOS_BEGIN;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static int nanos(String text) {
        int last = text.length() - 1;
        int nanos = number(text, Math.min(NANOS_BEGIN, last), last);
        for (int i = last; i < NANOS_BEGIN + NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }
}
