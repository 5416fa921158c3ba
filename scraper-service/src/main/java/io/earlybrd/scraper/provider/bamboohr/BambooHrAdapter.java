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
import io.earlybrd.scraper.provider.Stated;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.UnexpectedShape;
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

    /** The provider's name. */
    public static final String PROVIDER = "bamboohr";

    private static final long MAX_BYTES = 8L << 20;

    private final BaseUrl base;

    public BambooHrAdapter(
            @ConfigProperty(name = "earlybrd.provider.bamboohr.url", defaultValue = "https://{board}.bamboohr.com")
                    String base) {
        this.base = new BaseUrl(base);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Coverage coverage() {
        return Coverage.ALL_OPEN_JOBS;
    }

    @Override
    public String boardName(String given) {
        return BoardNames.label(given);
    }

    @Override
    public BoardRequest request(Board board) {
        return request(base.of(board.name(), "/careers/list"));
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            JsonNode beside = JsonList.member("result", answer.body(), job -> listing.addStub(() -> stub(board, job)));
            JsonNode total = beside.path("meta").path("totalCount");
            if (total.isInt()) {
                listing.expect(total.asInt());
            }
        });
    }

    @Override
    public Posting details(Board board, Stub stub, Answer answer) throws IOException {
        JsonNode job = JsonObject.read(answer.body()).path("result").path("jobOpening");
        if (!job.isObject()) {
            throw new UnexpectedShape("no \"jobOpening\"");
        }
        return draft(board, stub.externalId(), job)
                .seniority(Seniority.stated(Stated.text(job, "minimumExperience")))
                .html(Stated.text(job, "description"))
                .pay(Stated.text(job, "compensation"))
                .section("Compensation", Entities.escape(Stated.text(job, "compensation")))
                .postedAt(Stated.time(job, "datePosted"))
                .posting();
    }

    private static BoardRequest request(URI uri) {
        return new BoardRequest(uri, "application/json", MAX_BYTES);
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
        String region = Stated.text(place, "state");
        String country = Stated.text(place, "country");
        return new Address(
                Stated.text(place, "city"),
                region.isBlank() ? Stated.text(place, "province") : region,
                country.isBlank() ? Stated.text(place, "addressCountry") : country);
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
