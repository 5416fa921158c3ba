package io.earlybrd.scraper.provider.jobicy;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Attribution;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.Seniority;
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
import io.earlybrd.scraper.provider.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Jobicy: the newest remote jobs in one answer. It asks to be named with a link to the job there, which is where one applies. */
@ApplicationScoped
public class JobicyAdapter implements Adapter {

    /** The provider's name. */
    public static final String PROVIDER = "jobicy";

    private static final long MAX_BYTES = 16L << 20;
    private static final Map<String, String> PERIODS = Map.of(
            "yearly", "year",
            "year", "year",
            "monthly", "month",
            "month", "month",
            "weekly", "week",
            "week", "week",
            "daily", "day",
            "hourly", "hour",
            "hour", "hour");

    private final URI base;

    public JobicyAdapter(
            @ConfigProperty(name = "earlybrd.provider.jobicy.url", defaultValue = "https://jobicy.com") URI base) {
        this.base = base;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Coverage coverage() {
        return Coverage.NEWEST_JOBS;
    }

    @Override
    public Duration restsAtLeast() {
        return Duration.ofHours(1);
    }

    @Override
    public String boardName(String given) {
        return BoardNames.all(given);
    }

    @Override
    public BoardRequest request(Board board) {
        return new BoardRequest(URI.create(base + "/api/v2/remote-jobs?count=50"), "application/json", MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> JsonList.member("jobs", answer.body(), job -> listing.add(() -> posting(job))));
    }

    private static Posting posting(JsonNode job) {
        String url = Stated.text(job, "url");
        String description = Stated.text(job, "jobDescription");
        PostingDraft draft = new PostingDraft(Stated.text(job, "id"))
                .title(Stated.text(job, "jobTitle"))
                .company(Stated.text(job, "companyName"))
                .workplace(Workplace.REMOTE)
                .seniority(Seniority.stated(Stated.text(job, "jobLevel")))
                .salary(salary(job))
                .html(description.isBlank() ? Stated.text(job, "jobExcerpt") : description)
                .url(url)
                .postedAt(Stated.time(job, "pubDate"))
                .attribution(new Attribution("Jobicy", URI.create(url.strip())));
        // Here, where only regions and countries stand, a comma separates.
        for (String place : Stated.text(job, "jobGeo").split(",")) {
            draft.places(place);
        }
        for (JsonNode type : job.path("jobType")) {
            draft.employmentType(EmploymentType.stated(type.asText()));
        }
        return draft.posting();
    }

    private static @Nullable Salary salary(JsonNode job) {
        String period = PERIODS.get(Stated.text(job, "salaryPeriod").strip().toLowerCase(Locale.ROOT));
        return period == null
                ? null
                : Pay.range(
                        Stated.number(job, "salaryMin"),
                        Stated.number(job, "salaryMax"),
                        Stated.text(job, "salaryCurrency"),
                        period);
    }
}
