package io.earlybrd.scraper.provider.arbeitnow;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
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
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Arbeitnow: all its jobs, in pages of a hundred or more. It is free and asks for a link back. */
@ApplicationScoped
public class ArbeitnowAdapter implements Adapter {

    /** A whole list is a dozen answers. */
    private static final Provider PROVIDER =
            Provider.ofOneList("arbeitnow", Coverage.ALL_OPEN_JOBS, Duration.ofHours(1));

    private static final long MAX_BYTES = 16L << 20;

    private final URI base;

    public ArbeitnowAdapter(@ConfigProperty(name = "earlybrd.provider.arbeitnow.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return page(1);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            JsonNode beside = JsonList.member("data", answer.body(), job -> listing.add(() -> posting(job)));
            // The link itself could lead anywhere; that there is one says enough.
            if (!Stated.text(beside.path("links"), "next").isBlank()) {
                listing.next(page(answer.page() + 2));
            }
        });
    }

    private BoardRequest page(int number) {
        return BoardRequest.json(URI.create(base + "/api/job-board-api?page=" + number), MAX_BYTES);
    }

    private static Posting posting(JsonNode job) {
        String page = Stated.text(job, "url");
        PostingDraft draft = new PostingDraft(Stated.text(job, "slug"))
                .title(Stated.text(job, "title"))
                .company(Stated.text(job, "company_name"))
                .places(Stated.text(job, "location"))
                // "false" may be an office or a hybrid one.
                .workplace(job.path("remote").asBoolean() ? Workplace.REMOTE : null)
                .html(Stated.text(job, "description"))
                .url(page)
                .postedAt(Stated.time(job, "created_at"))
                .attribution("Arbeitnow", page);
        for (JsonNode type : job.path("job_types")) {
            draft.employmentType(EmploymentType.stated(type.asText()));
        }
        return draft.posting();
    }
}
