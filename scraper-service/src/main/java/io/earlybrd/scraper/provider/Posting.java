package io.earlybrd.scraper.provider;

import io.earlybrd.events.Attribution;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
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
 * @param agency whether the listing itself says that a recruiter placed it
 * @param attribution what the provider asks to be named as, if it asks
 * @param openingId the provider's own id of the opening that it is a listing of, if the provider tells openings from listings
 * @param revision of the {@link Stub} whose details this is; null if the list itself says all
 */
public record Posting(
        String externalId,
        String title,
        String company,
        List<Place> places,
        @Nullable Workplace workplace,
        @Nullable EmploymentType employmentType,
        @Nullable Seniority seniority,
        @Nullable Salary salary,
        String description,
        URI url,
        @Nullable Instant postedAt,
        boolean agency,
        @Nullable Attribution attribution,
        @Nullable String openingId,
        @Nullable String revision) {

    public Posting {
        places = List.copyOf(places);
    }

    /** This posting with what another view of the same listing says more: its text, and what is unknown here. */
    public Posting completedBy(Posting other) {
        return new Posting(
                externalId,
                title,
                company,
                places.isEmpty() ? other.places : places,
                workplace == null ? other.workplace : workplace,
                employmentType == null ? other.employmentType : employmentType,
                seniority == null ? other.seniority : seniority,
                salary == null ? other.salary : salary,
                other.description,
                url,
                postedAt == null ? other.postedAt : postedAt,
                agency || other.agency,
                attribution,
                openingId == null ? other.openingId : openingId,
                revision);
    }

    /** This posting as the details of a listing. */
    public Posting detailsOf(Stub stub) {
        return new Posting(
                stub.externalId(),
                title,
                company,
                places,
                workplace,
                employmentType,
                seniority,
                salary,
                description,
                url,
                postedAt,
                agency,
                attribution,
                openingId,
                stub.revision());
    }
}
