package io.earlybrd.scraper.provider.recruitee;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PayPeriod;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Address;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.BaseUrl;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Recruitee: each company's careers site has a host of its own, and one answer is all of it. Members that look like titles are sort keys. */
@ApplicationScoped
public class RecruiteeAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("recruitee", BoardNames::label);

    private static final long MAX_BYTES = 32L << 20;

    private static final Map<String, Workplace> WORKPLACES =
            Map.of("remote", Workplace.REMOTE, "hybrid", Workplace.HYBRID, "on_site", Workplace.ONSITE);

    private final BaseUrl base;

    public RecruiteeAdapter(@ConfigProperty(name = "earlybrd.provider.recruitee.url") String base) {
        this.base = new BaseUrl(base);
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return BoardRequest.json(base.of(board.name(), "/api/offers/"), MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> JsonList.member("offers", answer.body(), offer -> {
            String status = Stated.text(offer, "status");
            if (status.isEmpty() || status.equals("published")) {
                listing.add(() -> posting(board, offer));
            }
        }));
    }

    private static Posting posting(Board board, JsonNode offer) {
        PostingDraft draft = new PostingDraft(Stated.text(offer, "id"))
                .title(Stated.text(offer, "title"))
                .company(Stated.text(offer, "company_name"))
                .company(board.companyOrName())
                .workplace(workplace(offer))
                .employmentType(employmentType(Stated.text(offer, "employment_type_code")))
                .seniority(Seniority.stated(Stated.text(offer, "experience_code")))
                .salary(salary(offer.path("salary")))
                .html(Stated.text(offer, "description"))
                .html(Stated.text(offer, "requirements"))
                .url(Stated.text(offer, "careers_url"))
                .postedAt(Stated.time(offer, "published_at", "created_at"));
        for (JsonNode place : offer.path("locations")) {
            draft.place(address(place, "state"));
        }
        return (offer.path("locations").isEmpty() ? draft.place(address(offer, "state_name")) : draft).posting();
    }

    private static Address address(JsonNode place, String region) {
        return new Address(
                Stated.text(place, "city"), Stated.text(place, region), Stated.text(place, "country_code", "country"));
    }

    /** Where several are true the candidate chooses, which is none of them. */
    private static @Nullable Workplace workplace(JsonNode offer) {
        var stated = WORKPLACES.entrySet().stream()
                .filter(workplace -> offer.path(workplace.getKey()).asBoolean(false))
                .map(Map.Entry::getValue)
                .toList();
        return stated.size() == 1 ? stated.get(0) : null;
    }

    /** {@code fulltime_permanent}: hours, and then for how long. */
    private static @Nullable EmploymentType employmentType(String code) {
        EmploymentType whole = EmploymentType.stated(code);
        return whole == null ? EmploymentType.stated(code.replaceFirst("_.*", "")) : whole;
    }

    /** Its figures are texts. */
    private static @Nullable Salary salary(JsonNode salary) {
        return Pay.range(
                Stated.number(salary, "min"),
                Stated.number(salary, "max"),
                Stated.text(salary, "currency"),
                PayPeriod.stated(Stated.text(salary, "period")));
    }
}
