package io.earlybrd.scraper.provider.rss;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.XmlReader;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardNames;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.UnexpectedShape;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;

/**
 * Feeds in RSS, Atom and JSON Feed, told apart by what they are, because servers name the types of feeds as they like. The board's
 * name is the feed's address; a feed shows the newest jobs, so a missing one is not closed.
 */
@ApplicationScoped
public class RssAdapter implements Adapter {

    private static final Provider PROVIDER =
            new Provider("rss", Coverage.NEWEST_JOBS, Duration.ZERO, address -> BoardNames.address(address, "A feed"));

    // A feed is read into a tree of many times its size; 4 MB are some ten thousand items.
    private static final long MAX_BYTES = 4L << 20;

    private final Clock clock;

    public RssAdapter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return new BoardRequest(
                WebUrl.parse(board.name()).uri(),
                "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9,"
                        + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.8",
                MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            BufferedInputStream body = new BufferedInputStream(answer.body());
            if (JsonFeed.begins(body)) {
                JsonFeed.read(board, answer, body, listing, clock.instant());
            } else {
                list(board, answer, parse(answer, body), listing);
            }
        });
    }

    private void list(Board board, Answer answer, SyndFeed feed, Listing listing) {
        String beforeCompany = FeedItem.beforeCompany(feed.getEntries());
        for (SyndEntry entry : feed.getEntries()) {
            FeedItem item = new FeedItem(board, feed, answer, entry, beforeCompany);
            if (!item.isOver(clock.instant())) {
                listing.add(item::posting);
            }
        }
    }

    /**
     * Parses a feed in XML.
     *
     * @throws UnexpectedShape if it is none that can be read
     */
    static SyndFeed parse(Answer answer, InputStream body) throws IOException {
        // Received to its end first, so that what fails afterwards is the feed's own fault.
        InputStream feed = new ByteArrayInputStream(body.readAllBytes());
        try (XmlReader characters = new XmlReader(feed, answer.contentType(), true)) {
            return new JobFeedInput().read(new XmlCharacters(characters));
        } catch (IOException | FeedException | IllegalArgumentException e) {
            throw new UnexpectedShape("no readable feed: " + e.getClass().getSimpleName());
        }
    }
}
