package io.earlybrd.testkit.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A board in Lever's shape: a bare list, times in milliseconds, ids that are UUIDs, pay in a field of its own, what is
 * required outside of the description, and beside each HTML a plain text with no-break spaces and empty lines.
 */
final class LeverAnswer {

    private final Board board;
    private final URI base;
    private final Query query;

    LeverAnswer(Board board, URI base, Query query) {
        this.board = board;
        this.base = base;
        this.query = query;
    }

    /** What is said of a site or a posting that is not there. */
    static Reply notFound() {
        return Reply.json(
                404, EventJson.mapper().createObjectNode().put("ok", false).put("error", "Document not found"));
    }

    /** The postings that the query asks for; without {@code mode=json} it is a page for people. */
    Reply postings() {
        if (!query.is("mode", "json")) {
            return Reply.html(
                    200, "<!doctype html>\n<title>Jobs</title>\n<p>Jobs at " + HtmlPage.escape(board.company()));
        }
        ArrayNode answer = EventJson.mapper().createArrayNode();
        board.jobs().stream()
                .skip(query.number("skip", 0))
                .limit(query.number("limit", Integer.MAX_VALUE))
                .forEach(job -> answer.add(one(job)));
        return Reply.json(200, answer);
    }

    /** One posting. */
    Reply posting(ListedJob job) {
        return Reply.json(200, one(job));
    }

    /** The items of a list without the list around them. */
    static String items(List<String> texts) {
        return texts.stream()
                .map(text -> "<li>" + HtmlPage.escape(text) + "</li>")
                .collect(Collectors.joining());
    }

    private ObjectNode one(ListedJob job) {
        JobDraft draft = job.draft();
        ObjectNode node = EventJson.mapper().createObjectNode();
        node.put("id", job.uuid(board).toString());
        node.put("text", draft.title());
        node.put("createdAt", job.postedAt().toEpochMilli());
        categories(node, draft);
        node.putNull("country");
        node.put("workplaceType", workplace(draft.workplace()));
        both(node, "opening", "");
        both(node, "description", draft.description());
        both(node, "descriptionBody", draft.description());
        ArrayNode lists = node.putArray("lists");
        if (!draft.requirements().isEmpty()) {
            lists.addObject().put("text", "What you bring").put("content", items(draft.requirements()));
        }
        both(node, "additional", "");
        pay(node, draft.pay());
        node.put("hostedUrl", job.url(board, base));
        return node.put("applyUrl", job.url(board, base) + "/apply");
    }

    private static void categories(ObjectNode node, JobDraft draft) {
        List<String> places = Arrays.stream(draft.location().split("[;|]"))
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .toList();
        ObjectNode categories = node.putObject("categories");
        categories.put("location", places.isEmpty() ? "" : places.get(0));
        categories.put("commitment", draft.commitment());
        places.forEach(categories.putArray("allLocations")::add);
        draft.departments().forEach(name -> categories.put("team", name));
    }

    private static void pay(ObjectNode node, JobDraft.Pay pay) {
        if (pay != null) {
            node.putObject("salaryRange")
                    .put("min", pay.min())
                    .put("max", pay.max())
                    .put("currency", pay.currency())
                    .put("interval", "per-year-salary");
            both(node, "salaryDescription", GreenhouseAnswer.payText(pay));
        }
    }

    private static void both(ObjectNode node, String name, String html) {
        String plain = html.replaceAll("</(p|li|h\\d)>", "\n\u00a0\n\n").replaceAll("<[^>]*>", "");
        node.put(name, html);
        node.put(
                name + "Plain",
                plain.replace("&#39;", "'")
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"));
    }

    private static String workplace(String workplace) {
        return switch (workplace) {
            case "" -> "unspecified";
            case "onsite" -> "on-site";
            default -> workplace;
        };
    }
}
