package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of the API, which decides the shape of answers and events. Objects are kept in the shape of {@link #CURRENT}; to a
 * version before {@value #BASIL} they are shown with the members in the places that they had then.
 *
 * @param name as in the header {@code Stripe-Version}: a date, with or without a name after it
 */
record ApiVersion(String name) {

    /** The version that the Java client of our build pins. */
    static final String CURRENT = "2026-07-29.dahlia";

    /** The version that moved the periods to the items of a subscription and the subscription of an invoice to its parent. */
    private static final String BASIL = "2025-03-31";

    /** An object as it is shown: in this version's shape and without the stand-in's own members. */
    ObjectNode view(ObjectNode stored) {
        ObjectNode shown = stored.deepCopy();
        show(shown);
        return shown;
    }

    private void show(JsonNode node) {
        if (node.path("object").asText().equals(Kind.EVENT.object())) {
            // What an event tells keeps the shape of the version that it was written in, whoever reads it.
            return;
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream().filter(name -> name.startsWith("_")).forEach(object::remove);
            object.forEach(this::show);
            if (name.compareTo(BASIL) < 0) {
                ShapeBeforeBasil.apply(object);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::show);
        }
    }
}
