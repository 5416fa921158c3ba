package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardNames;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.UnexpectedShape;
import io.earlybrd.scraper.provider.UnusablePosting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Employers' own pages that describe their jobs as schema.org JobPostings. The board's name is the address of a page, which lists the
 * postings on it; or of a sitemap, which lists every page that may be one of a job. A posting whose last day is over is not listed.
 */
@ApplicationScoped
public class JobPostingAdapter implements Adapter {

    /** A web site for people is not made to be asked every few minutes. */
    private static final Provider PROVIDER = new Provider(
            "jobposting",
            Coverage.ALL_OPEN_JOBS,
            Duration.ofMinutes(30),
            address -> BoardNames.address(address, "A careers page or sitemap"));

    /** A sitemap of 50,000 addresses, the most that there may be, has about ten million. */
    private static final long MAX_BYTES = 16L << 20;

    /** Enough to tell a sitemap from a page, behind comments and style sheets. */
    private static final int HEAD_BYTES = 4 * 1024;

    /** Sitemaps of one index that are read. */
    private static final int MOST_SITEMAPS = 50;

    private static final String ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/xml;q=0.9";

    private final Clock clock;

    public JobPostingAdapter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return ask(WebUrl.parse(board.name()).uri());
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            BufferedInputStream body = unzipped(answer.body());
            if (Sitemap.begins(new String(head(body), StandardCharsets.UTF_8))) {
                sitemap(answer.uri(), body, listing);
            } else {
                page(board, JobPage.parse(answer, body), listing);
            }
        });
    }

    @Override
    public @Nullable Posting details(Board board, Stub stub, Answer answer) throws IOException {
        JobPage page = JobPage.parse(answer, answer.body());
        List<JsonNode> postings = page.postings();
        if (postings.isEmpty()) {
            throw new UnusablePosting("no JobPosting on the page");
        }
        String address = stub.details().uri().toString();
        JsonNode posting = postings.stream()
                .filter(candidate -> page.url(candidate).equals(address))
                .findFirst()
                .orElse(postings.get(0));
        return JobPostingReader.isOver(posting, clock.instant())
                ? null
                : page.draft(board, posting).posting();
    }

    private void page(Board board, JobPage page, Listing listing) {
        for (JsonNode posting : page.postings()) {
            if (!JobPostingReader.isOver(posting, clock.instant())) {
                listing.add(() -> page.draft(board, posting).posting());
            }
        }
        for (int i = 0; i < page.unreadable(); i++) {
            listing.add(() -> {
                throw new UnusablePosting("unreadable JSON-LD");
            });
        }
        page.checkWhole();
    }

    private static void sitemap(URI from, InputStream xml, Listing listing) throws IOException {
        Site site = new Site(from);
        boolean ofJobs = Sitemap.isOfJobs(from);
        Sitemaps further = new Sitemaps();
        Sitemap.read(
                xml,
                (address, changed) -> {
                    URI page = site.own(address);
                    if (page != null && (ofJobs && !page.getPath().equals("/") || Sitemap.leadsToJob(page))) {
                        listing.addStub(() -> new Stub(page.toString(), changed, ask(page), null));
                    }
                },
                (address, changed) -> further.add(site.own(address)));
        further.chosen(MOST_SITEMAPS).forEach(sitemap -> listing.next(ask(sitemap)));
        if (further.chosen(MOST_SITEMAPS + 1).size() > MOST_SITEMAPS) {
            throw new UnexpectedShape("more than " + MOST_SITEMAPS + " sitemaps");
        }
    }

    private static BoardRequest ask(URI uri) {
        return new BoardRequest(uri, ACCEPT, MAX_BYTES);
    }

    /** Sitemaps are often files that are compressed themselves, whatever the transfer does. */
    private static BufferedInputStream unzipped(InputStream body) throws IOException {
        BufferedInputStream plain = new BufferedInputStream(body, HEAD_BYTES);
        plain.mark(2);
        boolean zipped = plain.read() == 0x1f && plain.read() == 0x8b;
        plain.reset();
        return zipped
                ? new BufferedInputStream(new Inflated(new GZIPInputStream(plain), MAX_BYTES), HEAD_BYTES)
                : plain;
    }

    private static byte[] head(BufferedInputStream body) throws IOException {
        body.mark(HEAD_BYTES);
        byte[] head = body.readNBytes(HEAD_BYTES);
        body.reset();
        return head;
    }
}
