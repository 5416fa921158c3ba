package io.earlybrd.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON Schema of each record, generated from the record and its Javadoc. */
final class EventSchemas {

    private static final Path SOURCES = Path.of("src/main/java/io/earlybrd/events");
    private static final Pattern PARAM =
            Pattern.compile("^ \\* @param (\\w+) (.*?)(?=^ \\* @param|^ \\*/)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern SUMMARY = Pattern.compile(
            "^/\\*\\*(.*?)(?:\\n \\*\\n \\* @param|\\n \\*\\n \\* <p>|\\*/)", Pattern.MULTILINE | Pattern.DOTALL);

    private EventSchemas() {}

    /** The schema of one event, members in the order of the record. */
    static ObjectNode of(Class<?> event) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        EventJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(Option.INLINE_ALL_SCHEMAS, Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.FLATTENED_OPTIONALS);
        config.forFields()
                .withRequiredCheck(field -> field.getRawMember().getType() != Optional.class)
                .withDescriptionResolver(field -> field.isFakeContainerItemScope()
                        ? null
                        : params(field.getRawMember().getDeclaringClass()).get(field.getDeclaredName()));
        config.forTypesInGeneral().withPropertySorter((first, second) -> 0);
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(event);
        ObjectNode named = EventJson.mapper().createObjectNode();
        named.set("$schema", schema.remove("$schema"));
        named.put("title", event.getSimpleName());
        named.put("description", summary(event));
        absentNotNull(schema);
        return named.setAll(schema);
    }

    /** An optional member is left out, never null: the generator would allow both. */
    private static void absentNotNull(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("type").isArray()) {
            object.set("type", object.path("type").get(0));
        }
        schema.forEach(EventSchemas::absentNotNull);
    }

    /** As it stands in {@code docs/events}. */
    static String text(JsonNode schema) {
        return schema.toPrettyString() + "\n";
    }

    private static Map<String, String> params(Class<?> type) {
        Map<String, String> params = new TreeMap<>();
        Matcher matcher = PARAM.matcher(source(type));
        while (matcher.find()) {
            params.put(matcher.group(1), plain(matcher.group(2)));
        }
        return params;
    }

    private static String summary(Class<?> type) {
        Matcher matcher = SUMMARY.matcher(source(type));
        return matcher.find() ? plain(matcher.group(1)) : type.getSimpleName();
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\n \\*", " ")
                .replaceAll("\\{@(?:code|link|value) #?([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String source(Class<?> type) {
        Path file = SOURCES.resolve(type.getSimpleName() + ".java");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
