package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/** What Stripe itself published about its objects: the specification of 2023, and example objects of 2026. */
final class StripeSpecification {

    /** The version that the specification describes. */
    static final String SPECIFIED_VERSION = "2023-08-16";

    /** Members that the examples happen not to show, though the official client of the same time reads them. */
    private static final Set<String> NOT_SHOWN = Set.of("invoice.lines.data[].pricing.price_details");

    private final JsonNode components;
    private final JsonNode examples;
    private final Map<String, Schema> schemas = new HashMap<>();

    private StripeSpecification(JsonNode components, JsonNode examples) {
        this.components = components;
        this.examples = examples;
    }

    static StripeSpecification load() throws IOException {
        LoaderOptions large = new LoaderOptions();
        large.setCodePointLimit(16 * 1024 * 1024);
        JsonNode specification = new YAMLMapper(
                        YAMLFactory.builder().loaderOptions(large).build())
                .readTree(SharedData.path("trust/stripe/openapi/spec3.2023-09-12.yaml")
                        .toFile());
        JsonNode fixtures = Json.MAPPER.readTree(
                SharedData.path("trust/stripe/openapi/fixtures3.2026-08.json").toFile());
        return new StripeSpecification(specification.get("components"), fixtures.get("resources"));
    }

    /** What is wrong with an object in the shape of 2023: missing, mistyped or not one of the words. */
    List<String> violations(String schema, JsonNode object) {
        return schemas.computeIfAbsent(schema, this::compile).validate(object).stream()
                .map(error -> schema + error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The members of an object that Stripe's example of 2026 does not have. */
    List<String> unknownMembers(String resource, JsonNode object) {
        List<String> unknown = new ArrayList<>();
        compare(resource, object, examples.get(resource), unknown);
        return unknown;
    }

    private Schema compile(String name) {
        ObjectNode document = Json.object();
        document.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + name);
        document.set("components", components);
        return SchemaRegistry.withDefaultDialect(Dialects.getOpenApi30()).getSchema(document);
    }

    private static void compare(String path, JsonNode object, JsonNode example, List<String> unknown) {
        if (object.isArray()) {
            object.forEach(element -> compare(path + "[]", element, example.path(0), unknown));
        }
        // An empty object in the example stands for a map, or for something that it does not show.
        if (!object.isObject() || !example.isObject() || example.isEmpty()) {
            return;
        }
        object.properties().forEach(member -> {
            String name = path + "." + member.getKey();
            if (example.has(member.getKey())) {
                compare(name, member.getValue(), example.get(member.getKey()), unknown);
            } else if (!NOT_SHOWN.contains(name)) {
                unknown.add(name);
            }
        });
    }
}
