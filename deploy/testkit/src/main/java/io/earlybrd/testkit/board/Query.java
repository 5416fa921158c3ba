package io.earlybrd.testkit.board;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The query of an address. */
record Query(Map<String, String> values) {

    static Query of(URI uri) {
        Map<String, String> values = new HashMap<>();
        for (String pair :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return new Query(values);
    }

    boolean is(String name, String value) {
        return value.equals(values.get(name));
    }

    boolean isTrue(String name) {
        return is(name, "true");
    }

    int number(String name, int otherwise) {
        String value = values.getOrDefault(name, "");
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }
}
