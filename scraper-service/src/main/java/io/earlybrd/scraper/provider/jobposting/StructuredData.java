package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its jobs in the vocabulary of schema.org: as JSON-LD, however nested, in one script or many; or, if there is
 * none, as microdata.
 *
 * @param postings the JobPostings
 * @param unreadable scripts that seem to hold postings, but cannot be read
 * @param described whether the page says anything in that vocabulary
 */
record StructuredData(List<JsonNode> postings, int unreadable, boolean described) {

    /** Jackson reads nothing that is nested deeper than 1,000; nobody who means well goes beyond a few. */
    private static final int DEEPEST = 100;

    /** Reads a page. */
    static StructuredData of(Document page) {
        List<JsonNode> values = new ArrayList<>();
        int unreadable = 0;
        for (Element script : page.select("script[type~=(?i)^\\s*application/ld\\+json]")) {
            try {
                values.addAll(LenientJson.read(script.data()));
            } catch (JsonProcessingException e) {
                unreadable += script.data().contains("JobPosting") ? 1 : 0;
            }
        }
        Map<String, JsonNode> named = new HashMap<>();
        List<JsonNode> found = new ArrayList<>();
        values.forEach(value -> collect(value, found, named, 0));
        if (found.isEmpty()) {
            found.addAll(Microdata.postings(page));
        }
        boolean described = !values.isEmpty()
                || !found.isEmpty()
                || !page.select("[itemtype*=schema.org/]").isEmpty();
        List<JsonNode> postings =
                found.stream().map(posting -> withReferences(posting, named)).toList();
        return new StructuredData(postings, unreadable, described);
    }

    private static void collect(JsonNode node, List<JsonNode> postings, Map<String, JsonNode> named, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject() && node.path("@id").isTextual() && node.size() > 1) {
            named.putIfAbsent(node.path("@id").asText(), node);
        }
        if (node.isObject() && JobPostingReader.isPosting(node)) {
            postings.add(node);
        } else if (node.isContainerNode()) {
            node.forEach(member -> collect(member, postings, named, depth + 1));
        }
    }

    /** The posting with what it only refers to, by the name that the page gives it elsewhere. */
    private static JsonNode withReferences(JsonNode posting, Map<String, JsonNode> named) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        posting.properties().forEach(member -> whole.set(member.getKey(), resolved(member.getValue(), named)));
        return whole;
    }

    private static JsonNode resolved(JsonNode value, Map<String, JsonNode> named) {
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(element.isArray() ? element : resolved(element, named)));
            return list;
        }
        return value.size() == 1 && value.path("@id").isTextual()
                ? named.getOrDefault(value.path("@id").asText(), value)
                : value;
    }
}
