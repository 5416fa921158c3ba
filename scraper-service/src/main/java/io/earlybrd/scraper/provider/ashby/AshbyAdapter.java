package io.earlybrd.scraper.provider.ashby;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PayPeriod;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Address;
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
import io.earlybrd.scraper.provider.Salaries;
import io.earlybrd.scraper.provider.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Ashby: one answer is the whole board. Names of boards may have blanks, and their case counts. */
@ApplicationScoped
public class AshbyAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("ashby", BoardNames::spaced);

    private static final long MAX_BYTES = 32L << 20;

    private final URI base;

    public AshbyAdapter(@ConfigProperty(name = "earlybrd.provider.ashby.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        String name = BoardNames.segment(board.name());
        URI uri = URI.create(base + "/posting-api/job-board/" + name + "?includeCompensation=true");
        return BoardRequest.json(uri, MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> JsonList.member("jobs", answer.body(), job -> {
            // An unlisted job is open only to those who were sent its address.
            if (job.path("isListed").asBoolean(true)) {
                listing.add(() -> posting(board, job));
            }
        }));
    }

    private static Posting posting(Board board, JsonNode job) {
        PostingDraft draft = new PostingDraft(Stated.text(job, "id"))
                .title(Stated.text(job, "title"))
                .company(board.companyOrName())
                .places(Stated.text(job, "location"), address(job))
                .workplace(Workplace.stated(Stated.text(job, "workplaceType")))
                // True beside "Hybrid" says no more than that; false says nothing about offices.
                .workplace(job.path("isRemote").asBoolean(false) ? Workplace.REMOTE : null)
                .employmentType(EmploymentType.stated(Stated.text(job, "employmentType")))
                .salary(showsPay(job) ? salary(job.path("compensation")) : null)
                .pay(showsPay(job) ? Stated.text(job.path("compensation"), "scrapeableCompensationSalarySummary") : "")
                .url(Stated.text(job, "jobUrl"))
                // Older boards name the time differently.
                .postedAt(Stated.time(job, "publishedAt", "publishedDate"));
        for (JsonNode place : job.path("secondaryLocations")) {
            draft.places(Stated.text(place, "location"), address(place));
        }
        String html = Stated.text(job, "descriptionHtml");
        return (html.isBlank() ? draft.text(Stated.text(job, "descriptionPlain")) : draft.html(html)).posting();
    }

    private static Address address(JsonNode place) {
        JsonNode address = place.path("address").path("postalAddress");
        return new Address(
                Stated.text(address, "addressLocality"),
                Stated.text(address, "addressRegion"),
                Stated.text(address, "addressCountry"));
    }

    private static boolean showsPay(JsonNode job) {
        return job.path("shouldDisplayCompensationOnJobPostings").asBoolean(true);
    }

    /** The summary says it for all tiers together; without one there are only the tiers. */
    private static @Nullable Salary salary(JsonNode compensation) {
        List<Salary> summary = salaries(compensation.path("summaryComponents"));
        List<Salary> tiers = StreamSupport.stream(
                        compensation.path("compensationTiers").spliterator(), false)
                .flatMap(tier -> salaries(tier.path("components")).stream())
                .toList();
        return Salaries.widest(summary.isEmpty() ? tiers : summary);
    }

    private static List<Salary> salaries(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .filter(component -> Stated.text(component, "compensationType").equals("Salary"))
                .map(AshbyAdapter::range)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Its interval is {@code 1 YEAR}; equity and the like have {@code NONE}. */
    private static @Nullable Salary range(JsonNode component) {
        return Pay.range(
                Stated.number(component, "minValue"),
                Stated.number(component, "maxValue"),
                Stated.text(component, "currencyCode"),
                PayPeriod.stated(Stated.text(component, "interval")));
    }
}
