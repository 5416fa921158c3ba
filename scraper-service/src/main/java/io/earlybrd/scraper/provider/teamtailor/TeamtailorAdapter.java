package io.earlybrd.scraper.provider.teamtailor;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.BaseUrl;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.JsonList;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stated;
import io.earlybrd.scraper.provider.UnexpectedShape;
import io.earlybrd.scraper.provider.jobposting.JobPostingReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Teamtailor: a career site has a host of its own, often the employer's, and shows its jobs as a JSON Feed with a schema.org
 * JobPosting in each item.
 */
@ApplicationScoped
public class TeamtailorAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("teamtailor", TeamtailorAdapter::host);

    private static final long MAX_BYTES = 32L << 20;

    /** A name with a top-level domain, so neither an address of digits nor a machine of the house. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+\\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

    private final BaseUrl base;

    public TeamtailorAdapter(@ConfigProperty(name = "earlybrd.provider.teamtailor.url") String base) {
        this.base = new BaseUrl(base);
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return request(base.of(board.name(), "/jobs.json"));
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            List<PostingDraft> drafts = new ArrayList<>();
            String title = "";
            try {
                JsonNode feed = JsonList.member("items", answer.body(), item -> drafts.add(draft(item, answer.uri())));
                title = Stated.text(feed, "title");
                String next = Stated.text(feed, "next_url");
                if (!next.isBlank()) {
                    listing.next(request(onSameHost(answer.uri(), next)));
                }
            } finally {
                // Also those that came before the answer broke off; the feed's title comes at any place.
                String site = title;
                drafts.forEach(draft -> listing.add(() -> draft.company(board.company())
                        .company(site)
                        .company(board.name())
                        .posting()));
            }
        });
    }

    private static String host(String given) {
        String host = given.strip();
        try {
            if (HOST.matcher(host).matches()) {
                return WebUrl.parse("https://" + host).host();
            }
        } catch (RefusedUrl e) {
            // Told below, as any other name that is none.
        }
        throw new InvalidBoard("A career site is named by its public host: career.example.com.");
    }

    private static PostingDraft draft(JsonNode item, URI feed) {
        JsonNode posting = item.path("_jobposting");
        PostingDraft draft = new PostingDraft(Stated.text(item, "id"))
                .title(Stated.text(item, "title"))
                .url(Stated.text(item, "url"))
                .postedAt(Stated.time(item, "date_published"));
        JobPostingReader.fill(draft, posting, feed);
        return Stated.text(posting, "description").isBlank() ? draft.html(Stated.text(item, "content_html")) : draft;
    }

    private static BoardRequest request(URI uri) {
        return new BoardRequest(uri, "application/feed+json, application/json", MAX_BYTES);
    }

    private static URI onSameHost(URI feed, String next) {
        try {
            URI resolved = feed.resolve(next);
            if (String.valueOf(feed.getRawAuthority()).equals(resolved.getRawAuthority())
                    && feed.getScheme().equals(resolved.getScheme())) {
                return resolved;
            }
        } catch (IllegalArgumentException e) {
            // Told below: it leads nowhere.
        }
        throw new UnexpectedShape("the list goes on elsewhere");
    }
}
