package io.earlybrd.testkit.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * A board in Greenhouse's shape: one answer is the whole board, descriptions are HTML that is escaped once more, times have
 * the offset of New York.
 */
final class GreenhouseAnswer {

    private static final ZoneId THEIR_ZONE = ZoneId.of("America/New_York");

    private final Board board;
    private final URI base;
    private final boolean content;
    private final boolean pay;

    GreenhouseAnswer(Board board, URI base, Query query) {
        this.board = board;
        this.base = base;
        this.content = query.isTrue("content");
        this.pay = query.isTrue("pay_transparency");
    }

    /** What is said of a board or a posting that is not there. */
    static Reply notFound() {
        return Reply.json(
                404, EventJson.mapper().createObjectNode().put("status", 404).put("error", "Job not found"));
    }

    /** The board without its postings. */
    Reply board() {
        ObjectNode answer = EventJson.mapper().createObjectNode();
        return Reply.json(200, answer.put("name", board.company()).put("content", ""));
    }

    /** All postings. */
    Reply jobs() {
        ObjectNode answer = EventJson.mapper().createObjectNode();
        ArrayNode jobs = answer.putArray("jobs");
        board.recorded().forEach(jobs::add);
        board.jobs().forEach(job -> jobs.add(one(job, content)));
        answer.putObject("meta").put("total", jobs.size());
        return Reply.json(200, answer);
    }

    /** One posting, always with its text. */
    Reply job(ListedJob job) {
        return Reply.json(200, one(job, true));
    }

    private ObjectNode one(ListedJob job, boolean withContent) {
        JobDraft draft = job.draft();
        ObjectNode node = EventJson.mapper().createObjectNode();
        node.put("absolute_url", job.url(board, base));
        node.putArray("data_compliance").add(gdpr());
        node.put("internal_job_id", draft.jobId() == null ? Long.valueOf(job.id() - 1_000_000) : draft.jobId());
        node.putObject("location").put("name", draft.location());
        metadata(node, draft);
        node.put("id", job.id());
        node.put("updated_at", time(job.updatedAt()));
        node.put("requisition_id", "REQ-" + job.id() % 1000);
        node.put("title", draft.title());
        if (board.greenhouseShape() == GreenhouseShape.CURRENT) {
            node.put("company_name", board.company());
            node.put("first_published", time(job.postedAt()));
            node.put("language", "en").putNull("application_deadline");
        }
        if (withContent) {
            node.put("content", HtmlPage.escape(html(draft)));
            departments(node, draft.departments());
            node.putArray("offices").add(named(draft.location()).put("location", draft.location()));
        }
        if (pay && draft.pay() != null) {
            node.putArray("pay_input_ranges").add(payRange(draft.pay()));
        }
        return node;
    }

    /** Introduction, description and conclusion in one, as employers' templates make it. Pay is only in the text. */
    private String html(JobDraft draft) {
        StringBuilder html = new StringBuilder("<div class=\"content-intro\"><p>About&nbsp;<strong>");
        html.append(HtmlPage.escape(board.company()))
                .append("</strong></p></div>\n")
                .append(draft.description());
        if (!draft.requirements().isEmpty()) {
            html.append("\n<h3>What you bring</h3>\n<ul>");
            html.append(LeverAnswer.items(draft.requirements())).append("</ul>");
        }
        return html.append(payText(draft.pay())).toString();
    }

    static String payText(JobDraft.Pay pay) {
        return pay == null
                ? ""
                : String.format(
                        Locale.ENGLISH, "<p>Pay: %s %,d to %,d a year.</p>", pay.currency(), pay.min(), pay.max());
    }

    /** A list with a value, or null where the employer has none. */
    private static void metadata(ObjectNode node, JobDraft draft) {
        if (draft.commitment().isEmpty()) {
            node.putNull("metadata");
            return;
        }
        ObjectNode type = node.putArray("metadata").addObject().put("id", 4_036_944_008L);
        type.put("name", "Employment Type").put("value", draft.commitment()).put("value_type", "single_select");
    }

    private static void departments(ObjectNode node, List<String> names) {
        ArrayNode departments = node.putArray("departments");
        names.forEach(name -> departments.add(named(name)));
    }

    /** A node of the tree of departments or offices. */
    private static ObjectNode named(String name) {
        ObjectNode node = EventJson.mapper().createObjectNode();
        node.put("id", 4_000_000_000L + Integer.toUnsignedLong(name.hashCode()));
        node.put("name", name).putArray("child_ids");
        return node.putNull("parent_id");
    }

    private static ObjectNode gdpr() {
        ObjectNode gdpr = EventJson.mapper().createObjectNode().put("type", "gdpr");
        gdpr.put("requires_consent", false).put("requires_processing_consent", false);
        gdpr.put("requires_retention_consent", false).putNull("retention_period");
        return gdpr.put("demographic_data_consent_applies", false);
    }

    private static ObjectNode payRange(JobDraft.Pay pay) {
        ObjectNode range = EventJson.mapper().createObjectNode();
        range.put("min_cents", pay.min() * 100).put("max_cents", pay.max() * 100);
        return range.put("currency_type", pay.currency())
                .put("title", "Annual salary")
                .put("blurb", "");
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(THEIR_ZONE));
    }
}
