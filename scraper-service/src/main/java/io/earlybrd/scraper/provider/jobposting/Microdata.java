package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Items that stand in the attributes of a page ({@code itemscope}, {@code itemprop}), in the same form as JSON-LD. By HTML's rules
 * for microdata, except that {@code content} is taken from any element, as search engines do, and that long texts keep their markup.
 */
final class Microdata {

    private static final Set<String> LONG_TEXTS = Set.of(
            "description",
            "responsibilities",
            "qualifications",
            "experienceRequirements",
            "educationRequirements",
            "skills",
            "jobBenefits");

    /** An element within an element, from the item on; nobody describes a job deeper. */
    private static final int DEEPEST = 64;

    private Microdata() {}

    /** The JobPostings of a page. */
    static List<JsonNode> postings(Document page) {
        List<JsonNode> postings = new ArrayList<>();
        for (Element scope : page.select("[itemscope][itemtype~=schema\\.org/JobPosting]")) {
            postings.add(item(page, scope, 0));
        }
        return postings;
    }

    private static ObjectNode item(Document page, Element scope, int depth) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        String type = scope.attr("itemtype").strip();
        item.put("@type", type.substring(type.lastIndexOf('/') + 1));
        if (scope.hasAttr("itemid")) {
            item.put("@id", scope.absUrl("itemid"));
        }
        scope.children().forEach(child -> collect(page, child, item, depth + 1));
        for (String id : scope.attr("itemref").split("\\s+")) {
            Element elsewhere = id.isEmpty() ? null : page.getElementById(id);
            // One that contains the item would lead round in circles.
            if (elsewhere != null && !scope.parents().contains(elsewhere)) {
                collect(page, elsewhere, item, depth + 1);
            }
        }
        return item;
    }

    private static void collect(Document page, Element element, ObjectNode item, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        boolean scope = element.hasAttr("itemscope");
        for (String name : element.attr("itemprop").split("\\s+")) {
            if (!name.isEmpty()) {
                ArrayNode values = item.withArray("/" + name.replace("~", "~0").replace("/", "~1"));
                if (scope) {
                    values.add(item(page, element, depth + 1));
                } else {
                    values.add(value(element, name));
                }
            }
        }
        if (!scope) {
            element.children().forEach(child -> collect(page, child, item, depth + 1));
        }
    }

    private static String value(Element element, String name) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        return switch (element.normalName()) {
            case "a", "area", "link" -> element.absUrl("href");
            case "audio", "embed", "iframe", "img", "source", "track", "video" -> element.absUrl("src");
            case "object" -> element.absUrl("data");
            case "data", "meter" -> element.attr("value");
            case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
            default -> LONG_TEXTS.contains(name) ? element.html() : element.text();
        };
    }
}
