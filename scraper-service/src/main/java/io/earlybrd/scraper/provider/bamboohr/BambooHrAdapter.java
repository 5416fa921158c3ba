package io.earlybrd.scraper.provider.bamboohr;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
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
import io.earlybrd.scraper.provider.JsonObject;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stated;
import io.earlybrd.scraper.provider.Stub;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * BambooHR: each company has a host of its own; the list has neither texts nor times, each job's own page has them. A company that
 * it does not know leads to a page for people.
 */
@ApplicationScoped
public class BambooHrAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("bamboohr", BoardNames::label);

    private static final long MAX_BYTES = 8L << 20;

    private final BaseUrl base;

    public BambooHrAdapter(@ConfigProperty(name = "earlybrd.provider.bamboohr.url") String base) {
        this.base = new BaseUrl(base);
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return request(base.of(board.name(), "/careers/list"));
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            JsonNode beside = JsonList.member("result", answer.body(), job -> listing.addStub(() -> stub(board, job)));
            listing.expect(beside.path("meta").path("totalCount"));
        });
    }

    @Override
    public Posting details(Board board, Stub stub, Answer answer) throws IOException {
        JsonNode job = JsonObject.member(JsonObject.read(answer.body()).path("result"), "jobOpening");
        return draft(board, stub.externalId(), job)
                .seniority(Seniority.stated(Stated.text(job, "minimumExperience")))
                .html(Stated.text(job, "description"))
                .pay(Stated.text(job, "compensation"))
                .section("Compensation", Entities.escape(Stated.text(job, "compensation")))
                .postedAt(Stated.time(job, "datePosted"))
                .posting();
    }

    private static BoardRequest request(URI uri) {
        return BoardRequest.json(uri, MAX_BYTES);
    }

    private Stub stub(Board board, JsonNode job) {
        Posting listed = draft(board, Stated.text(job, "id"), job).posting();
        return Stub.of(listed, request(URI.create(page(board, listed.externalId()) + "/detail")));
    }

    private PostingDraft draft(Board board, String id, JsonNode job) {
        return new PostingDraft(id)
                .title(Stated.text(job, "jobOpeningName"))
                .company(board.companyOrName())
                .place(address(job.path("location")))
                .place(address(job.path("atsLocation")))
                .workplace(workplace(job))
                .employmentType(EmploymentType.stated(Stated.text(job, "employmentStatusLabel")))
                .url(page(board, id).toString());
    }

    private URI page(Board board, String id) {
        return base.of(board.name(), "/careers/" + ExternalIds.fit(id));
    }

    /** One of both places is there, the other one's members are null. */
    private static Address address(JsonNode place) {
        return new Address(
                Stated.text(place, "city"),
                Stated.text(place, "state", "province"),
                Stated.text(place, "country", "addressCountry"));
    }

    /** Of the numbers one and two are chosen; zero is also what nobody chose. */
    private static @Nullable Workplace workplace(JsonNode job) {
        return switch (Stated.text(job, "locationType")) {
            case "1" -> Workplace.REMOTE;
            case "2" -> Workplace.HYBRID;
            default -> job.path("isRemote").asBoolean(false) ? Workplace.REMOTE : null;
        };
    }
}
