package io.earlybrd.testkit.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A form as sent: names with brackets and their values, in order.
 *
 * <p>Names are kept in one normal form: the index of a list is dropped to {@code []} only by {@link Field#pattern()}, and the
 * nesting of {@code a[b][0][c]} is read by {@link Field#segments()} as a, b, 0, c.
 */
record Form(List<Field> fields) {

    /** Reads a query or a body of type {@code application/x-www-form-urlencoded}. */
    static Form parse(String encoded) {
        List<Field> fields = new ArrayList<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                fields.add(new Field(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return new Form(fields);
    }

    /** The fields of both, this one's first. */
    Form and(Form other) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(other.fields);
        return new Form(all);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** One name with its value. */
    record Field(String name, String value) {

        /** The parts of the name from the outside in; an empty part stands for "next of the list". */
        List<String> segments() {
            List<String> segments = new ArrayList<>();
            int bracket = name.indexOf('[');
            segments.add(bracket < 0 ? name : name.substring(0, bracket));
            for (int open = bracket; open >= 0; open = name.indexOf('[', open + 1)) {
                int close = name.indexOf(']', open);
                segments.add(name.substring(open + 1, close < 0 ? name.length() : close));
            }
            return segments;
        }

        /** The name with each index of a list taken out: {@code line_items[][price]}. */
        String pattern() {
            return name.replaceAll("\\[\\d+]", "[]");
        }
    }
}
