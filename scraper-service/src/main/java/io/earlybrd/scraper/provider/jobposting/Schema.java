package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values in the vocabulary of schema.org, where one thing may be written as a text, an object or a list. */
final class Schema {

    /** The members that name an object, the best first. */
    private static final List<String> NAMES = List.of("@value", "name", "legalName", "value");

    /** A list of objects with a name that has a value; nobody wraps a text deeper. */
    private static final int DEEPEST = 8;

    private Schema() {}

    /** The elements of a list, or the value itself; nothing if there is none. */
    static Stream<JsonNode> values(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).filter(element -> !element.isNull());
        }
        return value.isMissingNode() || value.isNull() ? Stream.empty() : Stream.of(value);
    }

    /** The first text in a value, or what its object is called; empty if there is none. */
    static String text(JsonNode value) {
        return text(value, 0);
    }

    private static String text(JsonNode value, int depth) {
        if (value.isTextual() || value.isNumber()) {
            return value.asText();
        }
        if (!value.isContainerNode() || depth > DEEPEST) {
            return "";
        }
        Stream<JsonNode> candidates = value.isObject() ? NAMES.stream().map(value::path) : values(value);
        return candidates
                .map(candidate -> text(candidate, depth + 1))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
