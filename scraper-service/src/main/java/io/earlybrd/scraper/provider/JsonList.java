package io.earlybrd.scraper.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a JSON answer that holds one long list, element by element: a board of 10 MB is never in memory as a tree. */
public final class JsonList {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonList() {}

    /**
     * Reads an answer that is the list itself.
     *
     * @throws UnexpectedShape if it is anything else
     * @throws IOException a {@code JsonProcessingException} if the JSON is malformed or breaks off
     */
    public static void topLevel(InputStream body, Consumer<JsonNode> element) throws IOException {
        topLevel(body, element, instead -> {
            throw new UnexpectedShape("no list");
        });
    }

    /**
     * Reads an answer that is the list itself, or something else that says why it is not.
     *
     * @param instead takes what stands there instead
     * @throws IOException a {@code JsonProcessingException} if the JSON is malformed or breaks off
     */
    public static void topLevel(InputStream body, Consumer<JsonNode> element, Consumer<JsonNode> instead)
            throws IOException {
        try (JsonParser json = MAPPER.createParser(body)) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                each(json, element);
            } else {
                instead.accept(json.currentToken() == null ? MAPPER.missingNode() : MAPPER.readTree(json));
            }
        }
    }

    /**
     * Reads an answer that is an object with the list as a member.
     *
     * @return the members beside the list
     * @throws UnexpectedShape if there is no such list
     * @throws IOException a {@code JsonProcessingException} if the JSON is malformed or breaks off
     */
    public static JsonNode member(String name, InputStream body, Consumer<JsonNode> element) throws IOException {
        try (JsonParser json = MAPPER.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnexpectedShape("no object with \"" + name + "\"");
            }
            ObjectNode beside = MAPPER.createObjectNode();
            boolean found = false;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals(name) && value == JsonToken.START_ARRAY) {
                    found = true;
                    each(json, element);
                } else {
                    beside.set(field, MAPPER.readTree(json));
                }
            }
            if (!found) {
                throw new UnexpectedShape("no list \"" + name + "\"");
            }
            return beside;
        }
    }

    private static void each(JsonParser json, Consumer<JsonNode> element) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.accept(MAPPER.readTree(json));
        }
    }
}
