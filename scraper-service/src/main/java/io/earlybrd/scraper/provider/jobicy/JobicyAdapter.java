package io.earlybrd.scraper.provider.jobicy;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PayPeriod;
import io.earlybrd.scraper.normalise.Seniority;
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

/** Jobicy: the newest remote jobs in one answer. It asks to be named with a link to the job there, which is where one applies. */
@ApplicationScoped
public class JobicyAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofOneList("jobicy", Coverage.NEWEST_JOBS, Duration.ofHours(1));

    private static final long MAX_BYTES = 16L << 20;

    private final URI base;

    public JobicyAdapter(@ConfigProperty(name = "earlybrd.provider.jobicy.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return BoardRequest.json(URI.create(base + "/api/v2/remote-jobs?count=50"), MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> JsonList.member("jobs", answer.body(), job -> listing.add(() -> posting(job))));
    }

    private static Posting posting(JsonNode job) {
        String page = Stated.text(job, "url");
        PostingDraft draft = new PostingDraft(Stated.text(job, "id"))
                .title(Stated.text(job, "jobTitle"))
                .company(Stated.text(job, "companyName"))
                .workplace(Workplace.REMOTE)
                .seniority(Seniority.stated(Stated.text(job, "jobLevel")))
                .salary(Pay.range(
                        Stated.number(job, "salaryMin"),
                        Stated.number(job, "salaryMax"),
                        Stated.text(job, "salaryCurrency"),
                        PayPeriod.stated(Stated.text(job, "salaryPeriod"))))
                .html(Stated.text(job, "jobDescription", "jobExcerpt"))
                .url(page)
                .postedAt(Stated.time(job, "pubDate"))
                .attribution("Jobicy", page);
        // Here, where only regions and countries stand, a comma separates.
        for (String place : Stated.text(job, "jobGeo").split(",")) {
            draft.places(place);
        }
        for (JsonNode type : job.path("jobType")) {
            draft.employmentType(EmploymentType.stated(type.asText()));
        }
        return draft.posting();
    }
}
