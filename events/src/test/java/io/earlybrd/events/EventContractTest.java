package io.earlybrd.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the contract honest: what is published is valid, what was ever published still parses, and the committed documents are
 * those of the records. After a deliberate change, {@code mvn -pl events test -Dcontract.update=true} writes them anew.
 */
@Tag("O16")
class EventContractTest {

    private static final Path DOCS = Path.of(System.getProperty("earlybrd.root", ".."), "docs", "events");
    private static final Path EXAMPLES = DOCS.resolve("examples");
    private static final Path RELEASED = DOCS.resolve("released");
    private static final boolean UPDATE = Boolean.getBoolean("contract.update");

    static Stream<Samples.Sample> samples() {
        return Samples.all();
    }

    static Stream<Class<? extends Event>> events() {
        return Stream.of(Topic.values()).flatMap(topic -> topic.events().stream());
    }

    static Stream<Path> examplesEverPublished() throws IOException {
        return Files.walk(EXAMPLES)
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void schemaOfRecord_isTheCommittedOne(Class<? extends Event> event) {
        assertCommitted(schemaFile(event), EventSchemas.text(EventSchemas.of(event)));
    }

    @Test
    void asyncApi_isTheCommittedOne() {
        assertCommitted(DOCS.resolve("asyncapi.yaml"), AsyncApi.text());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void event_matchesItsCommittedSchema(Samples.Sample sample) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schemaFile(sample.event().getClass())));

        assertThat(schema.validate(EventJson.write(sample.event()), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void event_isReadAsItWasWritten(Samples.Sample sample) {
        byte[] json = EventJson.writeBytes(sample.event());

        assertThat(EventJson.read(json, sample.event().getClass())).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void example_isPublished(Samples.Sample sample) {
        Path file = EXAMPLES.resolve(sample.event().getClass().getSimpleName()).resolve(sample.name() + ".json");

        assertCommitted(file, EventSchemas.text(EventJson.mapper().valueToTree(sample.event())));
    }

    @ParameterizedTest
    @MethodSource("examplesEverPublished")
    void exampleEverPublished_stillParses(Path example) throws IOException {
        assertThat(EventJson.read(Files.readAllBytes(example), typeOf(example))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("examplesEverPublished")
    void exampleWithUnknownMember_stillParses(Path example) throws IOException {
        ObjectNode json = (ObjectNode) EventJson.mapper().readTree(example.toFile());
        Event known = EventJson.read(Files.readAllBytes(example), typeOf(example));

        json.put("memberOfALaterVersion", 1);

        assertThat(EventJson.read(json.toString().getBytes(StandardCharsets.UTF_8), typeOf(example)))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("events")
    void schema_breaksNobodyWhoKnowsTheReleasedOne(Class<? extends Event> event) throws IOException {
        Path released = RELEASED.resolve(schemaFile(event).getFileName());
        if (UPDATE && Files.notExists(released)) {
            write(released, EventSchemas.text(EventSchemas.of(event)));
        }

        assertThat(SchemaCompatibility.breaks(EventJson.mapper().readTree(released.toFile()), EventSchemas.of(event)))
                .isEmpty();
    }

    @Test
    void removedRetypedOrNewlyRequiredMember_isABreak() throws IOException {
        JsonNode released = EventJson.mapper().readTree("""
                {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"array","items":{"type":"string"}}},"required":["a"]}""");
        JsonNode now = EventJson.mapper().readTree("""
                {"type":"object","properties":{"b":{"type":"array","items":{"type":"integer"}},"c":{"type":"string"}},"required":["c"]}""");

        assertThat(SchemaCompatibility.breaks(released, now))
                .containsExactly("/a was removed", "/b[] changed its type", "/c became required");
        assertThat(SchemaCompatibility.breaks(released, released)).isEmpty();
    }

    @Test
    void everyKindOfEvent_isOnExactlyOneTopic() {
        List<Class<?>> permitted = List.of(Event.class.getPermittedSubclasses());

        assertThat(events().toList()).doesNotHaveDuplicates().hasSameElementsAs(List.copyOf(castAll(permitted)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void garbage_isRefusedWithTheTypedFailure(String garbage) {
        assertThatThrownBy(() -> EventJson.read(garbage.getBytes(StandardCharsets.UTF_8), AlertSaved.class))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("AlertSaved");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{",
                "42",
                "\"text\"",
                "{\"alertId\":\"no uuid\"}",
                "{\"version\":null}",
                "\u0000\u0001",
                "{} {}");
    }

    private static Path schemaFile(Class<?> event) {
        return DOCS.resolve(event.getSimpleName() + ".schema.json");
    }

    private static Class<? extends Event> typeOf(Path example) {
        String name = example.getParent().getFileName().toString();
        return events().filter(event -> event.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Event>> castAll(List<Class<?>> types) {
        return types.stream()
                .<Class<? extends Event>>map(type -> (Class<? extends Event>) type)
                .toList();
    }

    private static void assertCommitted(Path file, String expected) {
        if (UPDATE) {
            write(file, expected);
        }
        assertThat(file).content().isEqualTo(expected);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
