package io.earlybrd.testkit.board;

import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A board as a feed, newest first, the description as escaped HTML: RSS 2.0 with the employer in the title and a few elements of
 * no standard, as the remote boards write it, or Atom.
 */
final class FeedAnswer {

    private final Board board;
    private final URI base;
    private final StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    FeedAnswer(Board board, URI base) {
        this.board = board;
        this.base = base;
    }

    Reply reply() {
        boolean atom = board.feedFormat() == FeedFormat.ATOM;
        if (atom) {
            atom();
        } else {
            rss();
        }
        String type = atom ? "application/atom+xml; charset=utf-8" : "application/rss+xml; charset=utf-8";
        return Reply.of(200, type, feed.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void rss() {
        feed.append("<rss version=\"2.0\">\n<channel>\n");
        element("title", "Jobs at " + board.company());
        element("link", base + "/");
        element("description", "Open jobs");
        element("ttl", "60");
        for (ListedJob job : newestFirst()) {
            feed.append("<item>\n");
            element("title", board.company() + ": " + job.draft().title());
            element("region", job.draft().location());
            element("type", job.draft().commitment());
            element("description", description(job));
            element(
                    "pubDate",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(job.postedAt().atOffset(ZoneOffset.UTC)));
            element("guid", job.url(board, base));
            element("link", job.url(board, base));
            feed.append("</item>\n");
        }
        feed.append("</channel>\n</rss>\n");
    }

    private void atom() {
        feed.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        element("title", "Jobs at " + board.company());
        element("id", base + "/feeds/" + board.name() + ".xml");
        element("updated", time(board.changedAt()));
        for (ListedJob job : newestFirst()) {
            feed.append("<entry>\n");
            element("title", job.draft().title());
            element("id", "urn:uuid:" + job.uuid(board));
            feed.append("<link rel=\"alternate\" href=\"")
                    .append(HtmlPage.escape(job.url(board, base)))
                    .append("\"/>\n");
            feed.append("<author>");
            element("name", board.company());
            feed.append("</author>\n");
            element("published", time(job.postedAt()));
            element("updated", time(job.updatedAt()));
            feed.append("<content type=\"html\">")
                    .append(HtmlPage.escape(description(job)))
                    .append("</content>\n");
            feed.append("</entry>\n");
        }
        feed.append("</feed>\n");
    }

    private static String description(ListedJob job) {
        return job.draft().description()
                + (job.draft().requirements().isEmpty()
                        ? ""
                        : "<ul>" + LeverAnswer.items(job.draft().requirements()) + "</ul>")
                + GreenhouseAnswer.payText(job.draft().pay());
    }

    private List<ListedJob> newestFirst() {
        List<ListedJob> jobs = new ArrayList<>(board.jobs());
        Collections.reverse(jobs);
        return jobs;
    }

    private void element(String name, String text) {
        feed.append('<').append(name).append('>').append(HtmlPage.escape(text));
        feed.append("</").append(name).append(">\n");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
