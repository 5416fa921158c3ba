package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reading, writing and the empty shapes of Stripe's objects. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, ObjectNode> SHAPES = new ConcurrentHashMap<>();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new object with every member that Stripe sends, most of them null, from the resource {@code shapes/<name>.json}. */
    static ObjectNode shape(String name) {
        return SHAPES.computeIfAbsent(name, Json::load).deepCopy();
    }

    /** With line breaks, as Stripe writes the bodies of webhooks: whoever verifies must keep the bytes. */
    static String pretty(ObjectNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode load(String name) {
        try (InputStream in = Json.class.getResourceAsStream("shapes/" + name + ".json")) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
