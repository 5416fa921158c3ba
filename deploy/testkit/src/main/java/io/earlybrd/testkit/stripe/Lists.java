package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Stripe's list objects: newest first, cut into pages by a cursor that is an id. */
final class Lists {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;

    private Lists() {}

    /** The page that a request asks for, out of all objects that match it, newest first. */
    static ObjectNode page(Call call, Kind kind, List<ObjectNode> matching) {
        int limit = limit(call.params());
        int from = 0;
        int to = Math.min(limit, matching.size());
        boolean more = matching.size() > limit;
        if (call.params().has("starting_after")) {
            from = indexOf(call.params(), "starting_after", kind, matching) + 1;
            to = Math.min(from + limit, matching.size());
            more = to < matching.size();
        } else if (call.params().has("ending_before")) {
            to = indexOf(call.params(), "ending_before", kind, matching);
            from = Math.max(0, to - limit);
            more = from > 0;
        }
        return of(call.path(), matching.subList(from, to), more);
    }

    /** A list that is part of an object, with all its elements. */
    static ObjectNode of(String url, List<ObjectNode> data) {
        return of(url, data, false);
    }

    /** Whether an object was created when the filter {@code created} asks for; true without that filter. */
    static Predicate<ObjectNode> createdAsAsked(Params params) {
        Params range = params.inside("created");
        return object -> {
            Instant created = Instant.ofEpochSecond(object.get("created").asLong());
            return params.time("created").map(created::equals).orElse(true)
                    && range.time("gte").map(gte -> !created.isBefore(gte)).orElse(true)
                    && range.time("gt").map(created::isAfter).orElse(true)
                    && range.time("lte").map(lte -> !created.isAfter(lte)).orElse(true)
                    && range.time("lt").map(created::isBefore).orElse(true);
        };
    }

    /** Whether a text of an object is what the filter of the same name asks for; true without that filter. */
    static Predicate<ObjectNode> sameAsAsked(Params params, String name) {
        return object -> params.text(name)
                .map(asked -> asked.equals(object.path(name).asText()))
                .orElse(true);
    }

    private static ObjectNode of(String url, List<ObjectNode> data, boolean more) {
        ObjectNode list = Json.object().put("object", "list");
        ArrayNode elements = list.putArray("data");
        data.forEach(elements::add);
        return list.put("has_more", more).put("url", url);
    }

    private static int limit(Params params) {
        long limit = params.number("limit").orElse((long) DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            String bound = limit < 1 ? "greater than or equal to 1" : "less than or equal to " + MAX_LIMIT;
            String message = "This value must be " + bound + " (it currently is '" + limit + "').";
            throw StripeError.invalid("parameter_invalid_integer", "limit", message);
        }
        return (int) limit;
    }

    private static int indexOf(Params params, String cursor, Kind kind, List<ObjectNode> matching) {
        String id = params.required(cursor);
        for (int i = 0; i < matching.size(); i++) {
            if (matching.get(i).get("id").textValue().equals(id)) {
                return i;
            }
        }
        throw StripeError.noSuch(kind, id, cursor);
    }
}
