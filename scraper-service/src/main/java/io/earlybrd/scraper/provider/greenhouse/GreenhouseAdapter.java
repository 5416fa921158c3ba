package io.earlybrd.scraper.provider.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.EmploymentType;
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
import io.earlybrd.scraper.provider.Provider;
import io.earlybrd.scraper.provider.Stated;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Greenhouse: one answer is the whole board. {@code updated_at} says nothing about change (it moves on all jobs at once), so
 * it is not read.
 */
@ApplicationScoped
public class GreenhouseAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("greenhouse", BoardNames::token);

    // Boards of 800 jobs were seen at 10 MB; the largest employers have about 2,500 jobs.
    private static final long MAX_BYTES = 32L << 20;

    private static final Pattern WORKPLACE_FIELD =
            Pattern.compile("(?i)(location|workplace|work|remote) ?(type|model|arrangement|mode|status)");
    private static final Pattern EMPLOYMENT_FIELD =
            Pattern.compile("(?i)(employment|job|contract|position|time) ?type");

    private final URI base;

    public GreenhouseAdapter(@ConfigProperty(name = "earlybrd.provider.greenhouse.url") URI base) {
        this.base = base;
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        URI uri = URI.create(base + "/v1/boards/" + board.name() + "/jobs?content=true&pay_transparency=true");
        return BoardRequest.json(uri, MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing -> {
            JsonNode beside = JsonList.member("jobs", answer.body(), job -> listing.add(() -> posting(board, job)));
            listing.expect(beside.path("meta").path("total"));
        });
    }

    private static Posting posting(Board board, JsonNode job) {
        return new PostingDraft(Stated.text(job, "id"))
                .title(Stated.text(job, "title"))
                .company(Stated.text(job, "company_name"))
                .company(board.companyOrName())
                .places(places(job))
                .workplace(metadata(job, WORKPLACE_FIELD, Workplace::stated))
                .employmentType(metadata(job, EMPLOYMENT_FIELD, EmploymentType::stated))
                .salary(PayInputRanges.salary(job.path("pay_input_ranges")))
                .html(html(Stated.text(job, "content")))
                .url(Stated.text(job, "absolute_url"))
                .postedAt(Stated.offsetTime(job, "first_published"))
                .opening(Stated.text(job, "internal_job_id"))
                .posting();
    }

    /** A post without a place of its own is at the offices that it belongs to; those have a place, or are named by it. */
    private static String places(JsonNode job) {
        String stated = Stated.text(job.path("location"), "name");
        return stated.isBlank()
                ? StreamSupport.stream(job.path("offices").spliterator(), false)
                        .map(office -> {
                            String place = Stated.text(office, "location");
                            return place.isBlank() ? Stated.text(office, "name") : place;
                        })
                        .collect(Collectors.joining("; "))
                : stated;
    }

    /** The content is HTML that was escaped once more; markup that stands there openly shows that it was not. */
    private static String html(String content) {
        return content.indexOf('<') >= 0 ? content : Parser.unescapeEntities(content, false);
    }

    /** Employers define these fields themselves; a value is text, number, flag, list or null. */
    private static <T> @Nullable T metadata(JsonNode job, Pattern name, Function<String, @Nullable T> stated) {
        for (JsonNode field : job.path("metadata")) {
            if (name.matcher(Stated.text(field, "name")).matches()) {
                T value = stated.apply(Stated.text(field, "value"));
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }
}
