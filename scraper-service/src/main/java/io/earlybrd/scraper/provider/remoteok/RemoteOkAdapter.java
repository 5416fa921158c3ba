package io.earlybrd.scraper.provider.remoteok;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Attribution;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.Pay;
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
import io.earlybrd.scraper.provider.UnexpectedShape;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Remote OK: a bare list of the newest jobs, whose first element are the terms: name Remote OK, and link to the job there. Its tags
 * are guesses, dozens for each job, and are not read.
 */
@ApplicationScoped
public class RemoteOkAdapter implements Adapter {

    /** The provider's name. */
    public static final String PROVIDER = "remoteok";

    private static final long MAX_BYTES = 16L << 20;

    /** Pay is in US dollars a year; what is below this is neither. */
    private static final BigDecimal LEAST_YEARLY = new BigDecimal(1_000);

    /** Begins what is added to each text: a word, and the address of whoever asked, so that it changes without any change. */
    private static final String TRAP = "Please mention the word **";

    private final URI base;

    public RemoteOkAdapter(
            @ConfigProperty(name = "earlybrd.provider.remoteok.url", defaultValue = "https://remoteok.com") URI base) {
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

    /** Its terms name no number; the list is the same for everybody and changes a few times an hour. */
    @Override
    public Duration restsAtLeast() {
        return Duration.ofMinutes(30);
    }

    @Override
    public String boardName(String given) {
        return BoardNames.all(given);
    }

    @Override
    public BoardRequest request(Board board) {
        return new BoardRequest(URI.create(base + "/api"), "application/json", MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            JsonNode instead = JsonList.topLevel(answer.body(), job -> {
                if (!job.has("legal")) {
                    listing.add(() -> posting(job));
                }
            });
            if (instead != null) {
                throw new UnexpectedShape("no list of jobs");
            }
        });
    }

    private static Posting posting(JsonNode job) {
        String url = Stated.text(job, "url");
        return new PostingDraft(Stated.text(job, "id"))
                .title(text(job, "position"))
                .company(text(job, "company"))
                .places(text(job, "location"))
                .workplace(Workplace.REMOTE)
                .salary(salary(job))
                .html(withoutTrap(text(job, "description")))
                .url(url)
                .postedAt(Stated.time(job, "epoch"))
                .attribution(new Attribution("Remote OK", URI.create(url.strip())))
                .posting();
    }

    private static String withoutTrap(String description) {
        int trap = description.indexOf(TRAP);
        return trap < 0 ? description : description.substring(0, trap);
    }

    private static String text(JsonNode job, String member) {
        return Mojibake.repaired(Stated.text(job, member));
    }

    private static @Nullable Salary salary(JsonNode job) {
        return Pay.range(yearly(job, "salary_min"), yearly(job, "salary_max"), "USD", "year");
    }

    private static @Nullable BigDecimal yearly(JsonNode job, String member) {
        BigDecimal amount = Stated.number(job, member);
        return amount == null || amount.compareTo(LEAST_YEARLY) < 0 ? null : amount;
    }
}
