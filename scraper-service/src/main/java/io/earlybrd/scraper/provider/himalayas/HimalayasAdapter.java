package io.earlybrd.scraper.provider.himalayas;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Himalayas: remote jobs, the newest first, twenty to an answer. It has nearly a hundred thousand; the first pages are what is new
 * since the last time.
 */
@ApplicationScoped
public class HimalayasAdapter implements Adapter {

    /** The provider's name. */
    public static final String PROVIDER = "himalayas";

    private static final long MAX_BYTES = 8L << 20;
    private static final int PAGE = 20;

    /** Three times what it lists in an hour. */
    private static final int PAGES = 10;

    /** Pay is a year's; what is below this in any currency is not. */
    private static final BigDecimal LEAST_YEARLY = new BigDecimal(1_000);

    /** It was seen to answer this in place of every company's name. */
    private static final String NO_NAME = "name";

    private final URI base;
    private final Clock clock;

    public HimalayasAdapter(
            @ConfigProperty(name = "earlybrd.provider.himalayas.url", defaultValue = "https://himalayas.app") URI base,
            Clock clock) {
        this.base = base;
        this.clock = clock;
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
        return new BoardRequest(
                URI.create(base + "/jobs/api?limit=" + PAGE + "&offset=" + offset), "application/json", MAX_BYTES);
    }

    private boolean isOpen(JsonNode job) {
        Instant expires = Stated.time(job, "expiryDate");
        return expires == null || expires.isAfter(clock.instant());
    }

    private static Posting posting(JsonNode job) {
        String url = Stated.text(job, "applicationLink");
        PostingDraft draft = new PostingDraft(Stated.text(job, "guid"))
                .title(Stated.text(job, "title"))
                .company(company(job))
                .workplace(Workplace.REMOTE)
                .employmentType(EmploymentType.stated(Stated.text(job, "employmentType")))
                .salary(salary(job))
                .html(Stated.text(job, "description"))
                .url(url)
                .postedAt(Stated.time(job, "pubDate"))
                .attribution(new Attribution(
                        "Himalayas", URI.create(Stated.text(job, "guid").strip())));
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

    private static @Nullable Salary salary(JsonNode job) {
        return Pay.range(yearly(job, "minSalary"), yearly(job, "maxSalary"), Stated.text(job, "currency"), "year");
    }

    private static @Nullable BigDecimal yearly(JsonNode job, String member) {
        BigDecimal amount = Stated.number(job, member);
        return amount == null || amount.compareTo(LEAST_YEARLY) < 0 ? null : amount;
    }
}
