package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The parameter {@code expand[]}: puts whole objects where an answer has ids, and adds what is left out unless asked for
 * (kept in the stored object under the same name with an underscore before it).
 */
final class Expansion {

    private static final int MAX_DEPTH = 4;

    private final Store store;

    Expansion(Store store) {
        this.store = store;
    }

    /** Expands in place every path that a request asks for. */
    void apply(ObjectNode answer, Params params) {
        for (String path : params.texts("expand")) {
            List<String> names = List.of(path.split("\\."));
            if (names.size() > MAX_DEPTH) {
                throw StripeError.invalid(
                        "expand", "You cannot expand more than 4 levels of a property. Property: " + path);
            }
            expand(answer, names, path);
        }
    }

    private void expand(JsonNode node, List<String> names, String path) {
        if (node.isArray()) {
            node.forEach(element -> expand(element, names, path));
        } else if (node instanceof ObjectNode object) {
            String name = names.get(0);
            JsonNode value = wholeOf(object, name, path);
            object.set(name, value);
            if (names.size() > 1) {
                expand(value, names.subList(1, names.size()), path);
            }
        }
    }

    private JsonNode wholeOf(ObjectNode object, String name, String path) {
        JsonNode value = object.get(name);
        if (value == null && object.has("_" + name)) {
            return object.get("_" + name);
        }
        if (value == null) {
            throw StripeError.invalid("expand", "This property cannot be expanded (" + path + ").");
        }
        return byId(value).<JsonNode>map(whole -> whole).orElse(value);
    }

    private Optional<ObjectNode> byId(JsonNode value) {
        return value.isTextual()
                ? Kind.ofId(value.textValue()).flatMap(kind -> store.get(kind, value.textValue()))
                : Optional.empty();
    }
}
