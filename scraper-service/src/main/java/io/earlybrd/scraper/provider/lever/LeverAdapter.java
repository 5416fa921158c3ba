package io.earlybrd.scraper.provider.lever;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PayPeriod;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardNames;
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
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lever: one answer is the whole board, a bare list. The employer is not named in it, and what a job requires stands in its lists. */
@ApplicationScoped
public class LeverAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("lever", BoardNames::spaced);

    /** Boards that are kept in Europe; each region knows only its own. */
    private static final Provider IN_EUROPE = Provider.ofEmployers("lever-eu", BoardNames::spaced);

    private static final long MAX_BYTES = 32L << 20;

    private final Provider provider;
    private final URI base;

    @Inject
    public LeverAdapter(@ConfigProperty(name = "earlybrd.provider.lever.url") URI base) {
        this(PROVIDER, base);
    }

    private LeverAdapter(Provider provider, URI base) {
        this.provider = provider;
        this.base = base;
    }

    /** The same for the boards that are kept in Europe. */
    @Produces
    @ApplicationScoped
    public static Adapter europe(@ConfigProperty(name = "earlybrd.provider.lever-eu.url") URI base) {
        return new LeverAdapter(IN_EUROPE, base);
    }

    @Override
    public Provider about() {
        return provider;
    }

    @Override
    public BoardRequest request(Board board) {
        return BoardRequest.json(
                URI.create(base + "/v0/postings/" + BoardNames.segment(board.name()) + "?mode=json"), MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing ->
                JsonList.topLevel(answer.body(), job -> listing.add(() -> posting(board, job)), instead -> {
                    if (!Stated.text(instead, "error").equals("Document not found")) {
                        throw new UnexpectedShape("no list of postings");
                    }
                    listing.gone();
                }));
    }

    private static Posting posting(Board board, JsonNode job) {
        PostingDraft draft = new PostingDraft(Stated.text(job, "id"))
                .title(Stated.text(job, "text"))
                .company(board.companyOrName())
                .workplace(Workplace.stated(Stated.text(job, "workplaceType")))
                .employmentType(EmploymentType.stated(Stated.text(job.path("categories"), "commitment")))
                .salary(salary(job.path("salaryRange")))
                .url(Stated.text(job, "hostedUrl"))
                .postedAt(Stated.epochMillis(job, "createdAt"));
        places(draft, job);
        description(draft, job);
        return draft.posting();
    }

    /** The country belongs to the first place only; other places may lie elsewhere. */
    private static void places(PostingDraft draft, JsonNode job) {
        String first = Stated.text(job.path("categories"), "location");
        String country = Stated.text(job, "country");
        if (country.matches("[A-Z]{2}")) {
            draft.places(first, country);
        } else {
            draft.places(first);
        }
        for (JsonNode place : job.path("categories").path("allLocations")) {
            draft.places(place.asText());
        }
    }

    /** The lists are runs of items without the element around them. */
    private static void description(PostingDraft draft, JsonNode job) {
        draft.html(Stated.text(job, "description"));
        for (JsonNode list : job.path("lists")) {
            draft.section(Stated.text(list, "text"), "<ul>" + Stated.text(list, "content") + "</ul>");
        }
        String pay = Stated.text(job, "salaryDescription");
        String additional = Stated.text(job, "additional");
        // Some employers write the same text into both.
        draft.html(additional.contains(pay) ? "" : pay);
        draft.html(additional);
    }

    private static @Nullable Salary salary(JsonNode range) {
        return Pay.range(
                Stated.number(range, "min"),
                Stated.number(range, "max"),
                Stated.text(range, "currency"),
                PayPeriod.stated(Stated.text(range, "interval")));
    }
}
