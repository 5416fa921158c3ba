package io.earlybrd.scraper.provider.smartrecruiters;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Address;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardNames;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.ExternalIds;
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
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * SmartRecruiters: pages of a hundred, without descriptions; each posting says all at an address of its own. A company that the
 * provider does not know has an empty list like one without jobs.
 */
@ApplicationScoped
public class SmartRecruitersAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("smartrecruiters", BoardNames::token);

    /** The most that it serves. */
    private static final int PAGE = 100;

    private static final long MAX_BYTES = 4L << 20;
    private static final String PAGES_FOR_PEOPLE = "https://jobs.smartrecruiters.com/";
    private static final List<String> SECTIONS =
            List.of("companyDescription", "jobDescription", "qualifications", "additionalInformation");

    private final URI base;

    public SmartRecruitersAdapter(@ConfigProperty(name = "earlybrd.provider.smartrecruiters.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return page(board, 0);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            JsonNode beside = JsonList.member("content", answer.body(), job -> listing.addStub(() -> stub(board, job)));
            JsonNode total = beside.path("totalFound");
            if (!total.isInt()) {
                throw new UnexpectedShape("no \"totalFound\"");
            }
            // Each page says how many there are on all; what it has itself would be compared with that.
            if (answer.page() == 0) {
                listing.expect(total);
            }
            int next = beside.path("offset").asInt() + beside.path("limit").asInt(PAGE);
            if (next < total.asInt()) {
                listing.next(page(board, next));
            }
        });
    }

    @Override
    public Posting details(Board board, Stub stub, Answer answer) throws IOException {
        JsonNode job = JsonObject.read(answer.body());
        JsonNode sections = JsonObject.member(job, "jobAd").path("sections");
        PostingDraft draft = draft(board, job);
        for (String section : SECTIONS) {
            JsonNode text = sections.path(section);
            draft.section(Stated.text(text, "title"), Stated.text(text, "text"));
        }
        return draft.posting();
    }

    private BoardRequest page(Board board, int offset) {
        return request(postings(board) + "?limit=" + PAGE + "&offset=" + offset);
    }

    private String postings(Board board) {
        return base + "/v1/companies/" + board.name() + "/postings";
    }

    private static BoardRequest request(String uri) {
        return BoardRequest.json(URI.create(uri), MAX_BYTES);
    }

    private Stub stub(Board board, JsonNode job) {
        Posting listed = draft(board, job).posting();
        return Stub.of(listed, request(postings(board) + "/" + ExternalIds.fit(listed.externalId())));
    }

    private static PostingDraft draft(Board board, JsonNode job) {
        String id = Stated.text(job, "id");
        JsonNode place = job.path("location");
        Address address =
                new Address(Stated.text(place, "city"), Stated.text(place, "region"), Stated.text(place, "country"));
        return new PostingDraft(id)
                .title(Stated.text(job, "name"))
                .company(Stated.text(job.path("company"), "name"))
                .company(board.companyOrName())
                .places(Stated.text(place, "fullLocation"), address)
                // Both are false where nobody said anything.
                .workplace(place.path("hybrid").asBoolean(false) ? Workplace.HYBRID : null)
                .workplace(place.path("remote").asBoolean(false) ? Workplace.REMOTE : null)
                .employmentType(EmploymentType.stated(Stated.text(job.path("typeOfEmployment"), "label")))
                .seniority(Seniority.stated(Stated.text(job.path("experienceLevel"), "label")))
                // The address in the list is one for programs.
                .url(PAGES_FOR_PEOPLE + board.name() + "/" + id)
                .postedAt(Stated.time(job, "releasedDate"));
    }
}
