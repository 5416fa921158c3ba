package io.earlybrd.matcher.testing;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Place;
import io.earlybrd.events.Repost;
import io.earlybrd.events.Salary;
import io.earlybrd.matcher.match.JobText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds jobs for tests: a posting of Fjordbank that says nothing but its title, unless told otherwise. */
public final class Posting {

    public static final Instant FIRST_SEEN = Instant.parse("2026-11-20T08:00:00Z");

    private final String title;
    private final List<Place> places = new ArrayList<>();
    private String jobId = UUID.randomUUID().toString();
    private long version = 1;
    private String company = "Fjordbank";
    private String body = "";
    private Optional<String> workplace = Optional.empty();
    private Optional<Salary> salary = Optional.empty();
    private Optional<String> employmentType = Optional.empty();
    private Optional<String> seniority = Optional.empty();
    private Instant firstSeenAt = FIRST_SEEN;
    private boolean backfill;
    private Optional<Boolean> agency = Optional.empty();
    private Optional<Repost> repost = Optional.empty();

    private Posting(String title) {
        this.title = title;
    }

    public static Posting titled(String title) {
        return new Posting(title);
    }

    public Posting id(String jobId) {
        this.jobId = jobId;
        return this;
    }

    public Posting version(long version) {
        this.version = version;
        return this;
    }

    public Posting at(String company) {
        this.company = company;
        return this;
    }

    public Posting body(String body) {
        this.body = body;
        return this;
    }

    public Posting in(String place) {
        places.add(Place.of(place));
        return this;
    }

    public Posting in(String text, String city, String region, String country) {
        places.add(
                new Place(text, Optional.ofNullable(city), Optional.ofNullable(region), Optional.ofNullable(country)));
        return this;
    }

    public Posting workplace(String workplace) {
        this.workplace = Optional.of(workplace);
        return this;
    }

    /** Pay in whole units; null where an end is not stated. */
    public Posting pay(Long min, Long max, String currency, String period) {
        salary = Optional.of(new Salary(
                Optional.ofNullable(min).map(amount -> amount * 100),
                Optional.ofNullable(max).map(amount -> amount * 100),
                currency,
                period));
        return this;
    }

    public Posting employmentType(String employmentType) {
        this.employmentType = Optional.of(employmentType);
        return this;
    }

    public Posting seniority(String seniority) {
        this.seniority = Optional.of(seniority);
        return this;
    }

    public Posting firstSeenAt(Instant firstSeenAt) {
        this.firstSeenAt = firstSeenAt;
        return this;
    }

    public Posting backfill() {
        backfill = true;
        return this;
    }

    public Posting byAgency() {
        agency = Optional.of(true);
        return this;
    }

    /** Listed again so often since three months before it was first seen. */
    public Posting relisted(int times) {
        repost = Optional.of(new Repost(times, FIRST_SEEN.minus(Duration.ofDays(90))));
        return this;
    }

    public JobPosted posted() {
        return new JobPosted(
                jobId,
                version,
                "greenhouse/fjordbank",
                company,
                title,
                places,
                workplace,
                body,
                salary,
                employmentType,
                seniority,
                URI.create("https://fjordbank.example/jobs/" + jobId),
                new JobTimes(Optional.empty(), firstSeenAt, firstSeenAt),
                backfill,
                Optional.empty(),
                agency,
                repost);
    }

    public JobText text() {
        return JobText.of(posted());
    }
}
