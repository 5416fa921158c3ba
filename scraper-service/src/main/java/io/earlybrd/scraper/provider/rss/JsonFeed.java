package io.earlybrd.scraper.provider.rss;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.JsonList;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Stated;
import io.earlybrd.scraper.provider.UnexpectedShape;
import io.earlybrd.scraper.provider.jobposting.JobPostingReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;

/** A feed in JSON Feed 1.0 or 1.1; items that carry a schema.org JobPosting say much more by it. */
final class JsonFeed {

    /** How far to look for the first character of the JSON. */
    private static final int HEAD_BYTES = 64;

    private JsonFeed() {}

    /** Whether an answer that begins like this is JSON. */
    static boolean begins(BufferedInputStream body) throws IOException {
        body.mark(HEAD_BYTES);
        byte[] head = body.readNBytes(HEAD_BYTES);
        body.reset();
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }

    /** Lists the items; its title, the employer of those that name none, may come after them. */
    static void read(Board board, Answer answer, InputStream body, Listing listing, Instant now) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        JsonNode feed = JsonList.member("items", body, item -> {
            if (items.size() >= Listing.MOST) {
                throw new UnexpectedShape("more than " + Listing.MOST + " listed");
            }
            items.add(item);
        });
        for (JsonNode item : items) {
            if (!JobPostingReader.isOver(item.path("_jobposting"), now)) {
                listing.add(() -> posting(board, answer.uri(), Stated.text(feed, "title"), item));
            }
        }
    }

    private static Posting posting(Board board, URI address, String feedTitle, JsonNode item) {
        PostingDraft draft = new PostingDraft(Stated.text(item, "id", "url"))
                .title(Stated.text(item, "title"))
                .url(resolved(address, Stated.text(item, "url", "external_url")))
                .postedAt(Stated.time(item, "date_published"));
        JsonNode posting = item.path("_jobposting");
        if (posting.isObject()) {
            JobPostingReader.fill(draft, posting, address);
        } else {
            draft.html(html(item));
        }
        return draft.company(board.company() == null ? "" : board.company())
                .company(feedTitle)
                .posting();
    }

    private static String html(JsonNode item) {
        String html = Stated.text(item, "content_html");
        return html.isBlank()
                ? Entities.escape(Stated.text(item, "content_text", "summary")).replace("\n", "<br>")
                : html;
    }

    /** Empty stays empty: resolved, it would lead to the feed itself. */
    private static String resolved(URI address, String link) {
        try {
            return link.isBlank() ? "" : address.resolve(link.strip()).toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }
}
