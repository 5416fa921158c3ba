package io.earlybrd.scraper.provider.workday;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.Dates;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.BaseUrl;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.JsonList;
import io.earlybrd.scraper.provider.JsonObject;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stated;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.UnexpectedShape;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Workday: pages of twenty, asked for by POST. Only the first page says how many there are, and of long lists no more than their
 * first two thousand can be seen. The list has titles, and times as words; each job's own address says the rest.
 */
@ApplicationScoped
public class WorkdayAdapter implements Adapter {

    private static final Provider PROVIDER =
            Provider.ofEmployers("workday", name -> Site.of(name).toString());

    /** A larger page is refused, or empty. */
    private static final int PAGE = 20;

    private static final int MOST = 2_000;
    private static final long MAX_BYTES = 2L << 20;

    private final BaseUrl base;
    private final Clock clock;

    public WorkdayAdapter(@ConfigProperty(name = "earlybrd.provider.workday.url") String base, Clock clock) {
        this.base = new BaseUrl(base);
        this.clock = clock;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return page(Site.of(board.name()), 0);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        Site site = Site.of(board.name());
        int offset = answer.page() * PAGE;
        return Listing.read(listing -> {
            JsonNode beside =
                    JsonList.member("jobPostings", answer.body(), job -> listing.addStub(() -> stub(board, site, job)));
            JsonNode total = beside.path("total");
            if (offset == 0 && total.asInt() > 0 && total.asInt() < MOST) {
                listing.expect(total);
            }
            if (listing.size() >= PAGE) {
                if (offset + PAGE >= MOST) {
                    throw new UnexpectedShape("no more than " + MOST + " are listed");
                }
                listing.next(page(site, offset + PAGE));
            }
        });
    }

    @Override
    public Posting details(Board board, Stub stub, Answer answer) throws IOException {
        JsonNode body = JsonObject.read(answer.body());
        JsonNode job = JsonObject.member(body, "jobPostingInfo");
        PostingDraft draft = new PostingDraft(stub.externalId())
                .title(Stated.text(job, "title"))
                .company(board.company())
                .company(Stated.text(body.path("hiringOrganization"), "name"))
                .company(Site.of(board.name()).tenant())
                .places(Stated.text(job, "location"))
                .workplace(Workplace.stated(Stated.text(job, "remoteType")))
                .employmentType(EmploymentType.stated(Stated.text(job, "timeType")))
                .html(Stated.text(job, "jobDescription"))
                .url(Stated.text(job, "externalUrl"))
                .postedAt(postedAt(job));
        job.path("additionalLocations").forEach(place -> draft.places(place.asText()));
        return draft.posting();
    }

    private BoardRequest page(Site site, int offset) {
        String question = "{\"appliedFacets\":{},\"limit\":" + PAGE + ",\"offset\":" + offset + ",\"searchText\":\"\"}";
        return new BoardRequest(base.of(site.host(), site.api() + "/jobs"), "application/json", MAX_BYTES, question);
    }

    /** Some rows have no title: their details will. */
    private Stub stub(Board board, Site site, JsonNode job) {
        JobPath path = JobPath.of(Stated.text(job, "externalPath"));
        URI address = base.of(site.host(), site.api() + path);
        BoardRequest details = BoardRequest.json(address, MAX_BYTES);
        String title = Stated.text(job, "title");
        if (title.isBlank()) {
            return new Stub(path.id(), path.toString(), details, null);
        }
        Posting listed = new PostingDraft(path.id())
                .title(title)
                .company(board.company())
                .company(site.tenant())
                .places(place(Stated.text(job, "locationsText")))
                .url(base.of(site.host(), "/" + site.name() + path).toString())
                .postedAt(postedAt(job))
                .posting();
        return Stub.of(listed, details);
    }

    /** Several places are only counted: {@code "3 Locations"}. */
    private static String place(String text) {
        return text.strip().matches("\\d+ Locations?") ? "" : text;
    }

    /** Details have the day itself; the list only its distance from today, and beyond thirty days not even that. */
    private @Nullable Instant postedAt(JsonNode job) {
        Instant start = Stated.time(job, "startDate");
        return start == null ? Dates.read(Stated.text(job, "postedOn"), clock.instant()) : start;
    }
}
