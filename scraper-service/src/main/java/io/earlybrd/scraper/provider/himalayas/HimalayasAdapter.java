package io.earlybrd.scraper.provider.himalayas;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.EmploymentType;
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
import io.earlybrd.scraper.provider.Salaries;
import io.earlybrd.scraper.provider.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Himalayas: remote jobs, the newest first, twenty to an answer. It has nearly a hundred thousand; the first pages are what is new
 * since the last time.
 */
@ApplicationScoped
public class HimalayasAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofOneList("himalayas", Coverage.NEWEST_JOBS, Duration.ofHours(1));

    private static final long MAX_BYTES = 8L << 20;
    private static final int PAGE = 20;

    /** Three times what it lists in an hour. */
    private static final int PAGES = 10;

    /** It was seen to answer this in place of every company's name. */
    private static final String NO_NAME = "name";

    private final URI base;
    private final Clock clock;

    public HimalayasAdapter(@ConfigProperty(name = "earlybrd.provider.himalayas.url") URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return from(0);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            AtomicInteger listed = new AtomicInteger();
            JsonList.member("jobs", answer.body(), job -> {
                listed.incrementAndGet();
                if (isOpen(job)) {
                    listing.add(() -> posting(job));
                }
            });
            int page = answer.page() + 1;
            if (listed.get() == PAGE && page < PAGES) {
                listing.next(from(page * PAGE));
            }
        });
    }

    private BoardRequest from(int offset) {
        return BoardRequest.json(URI.create(base + "/jobs/api?limit=" + PAGE + "&offset=" + offset), MAX_BYTES);
    }

    private boolean isOpen(JsonNode job) {
        Instant expires = Stated.time(job, "expiryDate");
        return expires == null || expires.isAfter(clock.instant());
    }

    private static Posting posting(JsonNode job) {
        String page = Stated.text(job, "guid");
        PostingDraft draft = new PostingDraft(page)
                .title(Stated.text(job, "title"))
                .company(company(job))
                .workplace(Workplace.REMOTE)
                .employmentType(EmploymentType.stated(Stated.text(job, "employmentType")))
                .salary(Salaries.yearly(job, "minSalary", "maxSalary", Stated.text(job, "currency")))
                .html(Stated.text(job, "description"))
                .url(Stated.text(job, "applicationLink"))
                .postedAt(Stated.time(job, "pubDate"))
                .attribution("Himalayas", page);
        JsonNode levels = job.path("seniority");
        if (levels.size() == 1) {
            draft.seniority(Seniority.stated(levels.get(0).asText()));
        }
        job.path("locationRestrictions").forEach(country -> draft.place("", "", "", country.asText()));
        return draft.posting();
    }

    /** The name, or what can be made of the one in the address: {@code "scale-virtually"}. */
    private static String company(JsonNode job) {
        String name = Stated.text(job, "companyName");
        if (!name.isBlank() && !name.equals(NO_NAME)) {
            return name;
        }
        return Arrays.stream(Stated.text(job, "companySlug").split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
