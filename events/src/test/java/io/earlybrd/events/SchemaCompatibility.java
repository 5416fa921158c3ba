package io.earlybrd.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a schema's change would break somebody who knows only the old one. */
final class SchemaCompatibility {

    private SchemaCompatibility() {}

    /** One line per break: a member removed, of another type, or required of events that were published without it. */
    static List<String> breaks(JsonNode released, JsonNode now) {
        List<String> breaks = new ArrayList<>();
        compare("", released, now, breaks);
        return breaks;
    }

    private static void compare(String path, JsonNode released, JsonNode now, List<String> breaks) {
        if (!released.path("type").equals(now.path("type"))) {
            breaks.add(path + " changed its type");
        }
        released.path("properties").properties().forEach(member -> {
            String name = path + "/" + member.getKey();
            JsonNode present = now.path("properties").path(member.getKey());
            if (present.isMissingNode()) {
                breaks.add(name + " was removed");
            } else {
                compare(name, member.getValue(), present, breaks);
            }
        });
        if (released.has("items")) {
            compare(path + "[]", released.path("items"), now.path("items"), breaks);
        }
        Set<String> required = texts(now.path("required"));
        required.removeAll(texts(released.path("required")));
        required.forEach(member -> breaks.add(path + "/" + member + " became required"));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
