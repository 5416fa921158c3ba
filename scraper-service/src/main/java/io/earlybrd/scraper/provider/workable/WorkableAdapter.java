package io.earlybrd.scraper.provider.workable;

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
import io.earlybrd.scraper.provider.JsonList;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Workable: one answer is the whole account. A job in several countries is listed once for each, under one short code. */
@ApplicationScoped
public class WorkableAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("workable", BoardNames::token);

    private static final long MAX_BYTES = 32L << 20;

    private final URI base;

    public WorkableAdapter(@ConfigProperty(name = "earlybrd.provider.workable.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        URI uri = URI.create(base + "/api/v1/widget/accounts/" + board.name() + "?details=true");
        return BoardRequest.json(uri, MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            Map<String, PostingDraft> drafts = new LinkedHashMap<>();
            String name = "";
            try {
                name = Stated.text(
                        JsonList.member("jobs", answer.body(), job -> {
                            PostingDraft draft =
                                    drafts.computeIfAbsent(Stated.text(job, "shortcode"), code -> draft(code, job));
                            places(draft, job);
                        }),
                        "name");
            } finally {
                // Also those that came before the answer broke off.
                String company = name;
                drafts.values()
                        .forEach(draft -> listing.add(() -> draft.company(company)
                                .company(board.companyOrName())
                                .posting()));
            }
        });
    }

    private static PostingDraft draft(String code, JsonNode job) {
        return new PostingDraft(code)
                .title(Stated.text(job, "title"))
                .workplace(job.path("telecommuting").asBoolean(false) ? Workplace.REMOTE : null)
                .employmentType(EmploymentType.stated(Stated.text(job, "employment_type")))
                .seniority(Seniority.stated(Stated.text(job, "experience")))
                .html(Stated.text(job, "description"))
                .url(Stated.text(job, "url"))
                .postedAt(Stated.time(job, "published_on"));
    }

    /** Each listing repeats its own place in its members for those who know no lists of places. */
    private static void places(PostingDraft draft, JsonNode job) {
        if (job.path("locations").isEmpty()) {
            draft.place(new Address(Stated.text(job, "city"), Stated.text(job, "state"), Stated.text(job, "country")));
        }
        for (JsonNode place : job.path("locations")) {
            if (!place.path("hidden").asBoolean(false)) {
                draft.place(new Address(
                        Stated.text(place, "city"),
                        Stated.text(place, "region"),
                        Stated.text(place, "countryCode", "country")));
            }
        }
    }
}
