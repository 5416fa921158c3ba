package io.earlybrd.scraper.provider.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.JsonList;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stated;
import io.earlybrd.scraper.provider.UnexpectedShape;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hacker News: who answers the newest "Who is hiring?" with a comment of its own. The thread is found, and its comments are read,
 * through Algolia's search, which serves a whole thread in one answer.
 *
 * <p>A comment is a job by custom only, and in each thread there are some that are none, or do not begin as agreed: they stay in the
 * thread for ever, so they do not make the list a partial one. Only where hardly any comment can be read is that a fault: then the
 * custom has changed, or the answer has.
 */
@ApplicationScoped
public class HackerNewsAdapter implements Adapter {

    /** A new thread begins each month, while jobs of the old one are open. */
    private static final Provider PROVIDER =
            Provider.ofOneList("hackernews", Coverage.NEWEST_JOBS, Duration.ofMinutes(15));

    /** Where a comment stands, for people. */
    private static final String ITEM = "https://news.ycombinator.com/item?id=";

    private static final long MAX_BYTES = 16L << 20;

    /** The most that the search lists in one answer; a thread has 300 to 600 comments. */
    private static final int MOST_COMMENTS = 1_000;

    /** Below this number of comments a thread has only just begun. */
    private static final int ENOUGH_TO_JUDGE = 20;

    private final URI base;

    public HackerNewsAdapter(@ConfigProperty(name = "earlybrd.provider.hackernews.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return search("story,author_whoishiring&hitsPerPage=10");
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            Found found = new Found();
            JsonList.member("hits", answer.body(), hit -> found.add(hit, listing));
            found.check();
            if (!found.newest.isEmpty()) {
                listing.next(search("comment,story_" + found.newest + "&hitsPerPage=" + MOST_COMMENTS));
            }
        });
    }

    private BoardRequest search(String tags) {
        return BoardRequest.json(URI.create(base + "/api/v1/search_by_date?tags=" + tags), MAX_BYTES);
    }

    /** What an answer says: threads, the newest first, or the comments of one. */
    private static final class Found {

        private String newest = "";
        private int comments;
        private int readable;

        void add(JsonNode hit, Listing listing) {
            if (hit.has("comment_text")) {
                addComment(hit, listing);
            } else if (newest.isEmpty() && isWhoIsHiring(hit)) {
                newest = Stated.text(hit, "objectID");
            }
        }

        /** Answers to comments are questions and complaints. */
        private void addComment(JsonNode hit, Listing listing) {
            if (!Stated.text(hit, "parent_id").equals(Stated.text(hit, "story_id"))) {
                return;
            }
            comments++;
            HiringComment comment = HiringComment.read(Stated.text(hit, "comment_text"));
            if (comment != null) {
                readable++;
                listing.add(() -> posting(hit, comment));
            }
        }

        /** Makes sure that most of the comments could be read. */
        void check() {
            if (comments >= ENOUGH_TO_JUDGE && readable < comments / 3) {
                throw new UnexpectedShape("only " + readable + " of " + comments + " comments begin as jobs do");
            }
        }

        private static boolean isWhoIsHiring(JsonNode story) {
            return Stated.text(story, "title").toLowerCase(Locale.ROOT).contains("who is hiring?")
                    && Stated.text(story, "objectID").matches("\\d{1,12}");
        }

        private static Posting posting(JsonNode hit, HiringComment comment) {
            String id = Stated.text(hit, "objectID");
            return comment.fill(new PostingDraft(id))
                    .url(ITEM + id)
                    .postedAt(Stated.time(hit, "created_at_i"))
                    .posting();
        }
    }
}
