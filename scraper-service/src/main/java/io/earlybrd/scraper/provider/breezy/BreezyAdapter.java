package io.earlybrd.scraper.provider.breezy;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Address;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.BaseUrl;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardNames;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.ExternalIds;
import io.earlybrd.scraper.provider.JsonList;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stated;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.UnexpectedShape;
import io.earlybrd.scraper.provider.jobposting.JobPage;
import io.earlybrd.scraper.provider.jobposting.JobPostingReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Breezy: each company has a host of its own; the list says all but the description, which stands on each position's page. */
@ApplicationScoped
public class BreezyAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("breezy", BoardNames::label);

    private static final long MAX_LIST_BYTES = 16L << 20;
    private static final long MAX_PAGE_BYTES = 4L << 20;

    private final BaseUrl base;

    public BreezyAdapter(@ConfigProperty(name = "earlybrd.provider.breezy.url") String base) {
        this.base = new BaseUrl(base);
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return BoardRequest.json(base.of(board.name(), "/json"), MAX_LIST_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> JsonList.topLevel(
                answer.body(),
                position -> listing.addStub(() -> Stub.of(posting(board, position), page(board, position)))));
    }

    /** The page repeats what the list says in the words of schema.org; its description is what it says more. */
    @Override
    public Posting details(Board board, Stub stub, Answer answer) throws IOException {
        JobPage page = JobPage.parse(answer, answer.body());
        page.checkWhole();
        Posting listed = stub.listed();
        if (page.postings().isEmpty() || listed == null) {
            throw new UnexpectedShape("no posting on the page");
        }
        PostingDraft draft = new PostingDraft(stub.externalId())
                .title(listed.title())
                .company(listed.company())
                .url(listed.url().toString());
        return listed.completedBy(JobPostingReader.fill(draft, page.postings().get(0), answer.uri())
                .posting());
    }

    private BoardRequest page(Board board, JsonNode position) {
        String name = ExternalIds.fit(Stated.text(position, "friendly_id"));
        return new BoardRequest(base.of(board.name(), "/p/" + name), "text/html", MAX_PAGE_BYTES);
    }

    private static Posting posting(Board board, JsonNode position) {
        PostingDraft draft = new PostingDraft(Stated.text(position, "id"))
                .title(Stated.text(position, "name"))
                .company(Stated.text(position.path("company"), "name"))
                .company(board.companyOrName())
                .employmentType(EmploymentType.stated(Stated.text(position.path("type"), "name")))
                .pay(Stated.text(position, "salary"))
                .url(Stated.text(position, "url"))
                .postedAt(Stated.time(position, "published_date"));
        place(draft, position.path("location"));
        position.path("locations").forEach(place -> place(draft, place));
        return draft.posting();
    }

    private static void place(PostingDraft draft, JsonNode place) {
        JsonNode region = place.path("state");
        draft.workplace(place.path("is_remote").asBoolean(false) ? Workplace.REMOTE : null)
                .places(
                        Stated.text(place, "name"),
                        new Address(
                                Stated.text(place, "city"),
                                region.isObject() ? Stated.text(region, "name") : Stated.text(place, "state"),
                                Stated.text(place.path("country"), "id")));
    }
}
