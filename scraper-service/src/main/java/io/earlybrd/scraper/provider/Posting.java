package io.earlybrd.scraper.provider;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One listing of a job, clean: made by {@link PostingDraft}.
 *
 * @param externalId the provider's own id, unique within the board
 * @param title one line, never empty
 * @param company never empty
 * @param places in the provider's order; empty if none is stated
 * @param description plain text, may be empty
 * @param url absolute http or https address of the employer's page
 * @param postedAt when the provider says it was posted
 */
public record Posting(
        String externalId,
        String title,
        String company,
        List<Place> places,
        @Nullable Workplace workplace,
        @Nullable EmploymentType employmentType,
        @Nullable Salary salary,
        String description,
        URI url,
        @Nullable Instant postedAt) {

    public Posting {
        places = List.copyOf(places);
    }
}
