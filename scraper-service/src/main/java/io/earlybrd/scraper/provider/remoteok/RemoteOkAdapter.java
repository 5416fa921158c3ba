package io.earlybrd.scraper.provider.remoteok;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Remote OK: a bare list of the newest jobs, whose first element are the terms: name Remote OK, and link to the job there. Its tags
 * are guesses, dozens for each job, and are not read.
 */
@ApplicationScoped
public class RemoteOkAdapter implements Adapter {

    /** Its terms name no number; the list is the same for everybody and changes a few times an hour. */
    private static final Provider PROVIDER =
            Provider.ofOneList("remoteok", Coverage.NEWEST_JOBS, Duration.ofMinutes(30));

    private static final long MAX_BYTES = 16L << 20;

    /** Begins what is added to each text: a word, and the address of whoever asked, so that it changes without any change. */
    private static final String TRAP = "Please mention the word **";

    private final URI base;

    public RemoteOkAdapter(@ConfigProperty(name = "earlybrd.provider.remoteok.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return BoardRequest.json(URI.create(base + "/api"), MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> JsonList.topLevel(answer.body(), job -> {
            if (!job.has("legal")) {
                listing.add(() -> posting(job));
            }
        }));
    }

    private static Posting posting(JsonNode job) {
        String page = Stated.text(job, "url");
        return new PostingDraft(Stated.text(job, "id"))
                .title(text(job, "position"))
                .company(text(job, "company"))
                .places(text(job, "location"))
                .workplace(Workplace.REMOTE)
                .salary(Salaries.yearly(job, "salary_min", "salary_max", "USD"))
                .html(withoutTrap(text(job, "description")))
                .url(page)
                .postedAt(Stated.time(job, "epoch"))
                .attribution("Remote OK", page)
                .posting();
    }

    private static String withoutTrap(String description) {
        int trap = description.indexOf(TRAP);
        return trap < 0 ? description : description.substring(0, trap);
    }

    private static String text(JsonNode job, String member) {
        return Mojibake.repaired(Stated.text(job, member));
    }
}
