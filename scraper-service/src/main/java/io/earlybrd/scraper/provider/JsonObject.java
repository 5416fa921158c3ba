package io.earlybrd.scraper.provider;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** Reads a JSON answer that is about one thing. */
public final class JsonObject {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonObject() {}

    /**
     * The whole answer.
     *
     * @throws UnexpectedShape if it is no object
     * @throws IOException a {@code JsonProcessingException} if the JSON is malformed or breaks off
     */
    public static JsonNode read(InputStream body) throws IOException {
        JsonNode answer = MAPPER.readTree(body);
        if (!answer.isObject()) {
            throw new UnexpectedShape("no object");
        }
        return answer;
    }

    /**
     * An object in another one.
     *
     * @throws UnexpectedShape if it is not there
     */
    public static JsonNode member(JsonNode object, String name) {
        JsonNode member = object.path(name);
        if (!member.isObject()) {
            throw new UnexpectedShape("no \"" + name + "\"");
        }
        return member;
    }
}
