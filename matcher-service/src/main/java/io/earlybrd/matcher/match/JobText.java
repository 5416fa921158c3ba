package io.earlybrd.matcher.match;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.matcher.place.JobPlaces;
import io.earlybrd.matcher.query.Scope;
import io.earlybrd.matcher.text.Terms;
import io.earlybrd.matcher.text.TokenisedText;
import java.util.List;
import java.util.Optional;

/** A job made ready to be matched with many alerts: its texts are cut into words once. */
public final class JobText {

    /** Names of fields in reasons. */
    static final String TITLE = "title";

    static final String BODY = "body";
    static final String COMPANY = "company";

    private static final long[] REMOTE_WORD = Terms.row(List.of("remote"));

    private final JobPosted job;
    private final TokenisedText title;
    private final TokenisedText body;
    private final TokenisedText company;
    private final Whereabouts whereabouts;
    private final Pay pay;
    private final String comparableCompany;
    private final Verdict remote;
    private final Verdict onlyRemote;

    private JobText(
            JobText other,
            String comparableCompany,
            Pay pay,
            Whereabouts whereabouts,
            Verdict remote,
            Verdict onlyRemote) {
        job = other.job;
        title = other.title;
        body = other.body;
        company = other.company;
        this.comparableCompany = comparableCompany;
        this.pay = pay;
        this.whereabouts = whereabouts;
        this.remote = remote;
        this.onlyRemote = onlyRemote;
    }

    private JobText(JobPosted job) {
        this.job = job;
        title = TokenisedText.of(job.title());
        body = TokenisedText.of(job.description());
        company = TokenisedText.of(job.company());
        pay = Pay.of(job);
        comparableCompany = CompanyCondition.comparable(job.company());
        // Decided once, since every alert with places asks.
        JobPlaces places = JobPlaces.of(job.places());
        remote = decideRemote(places);
        onlyRemote = decideOnlyRemote(places);
        whereabouts = new Whereabouts(places, remote == Verdict.YES);
    }

    /**
     * Makes a job ready.
     *
     * @throws UnreadableEvent if it lacks what every job has
     */
    public static JobText of(JobPosted job) {
        requireWhole(job);
        return new JobText(job);
    }

    /**
     * Refuses a job that lacks what every job has.
     *
     * @throws UnreadableEvent that names what is missing
     */
    public static void requireWhole(JobPosted job) {
        require(job.jobId(), "jobId");
        require(job.title(), "title");
        require(job.company(), "company");
        require(job.description(), "description");
        require(job.url(), "url");
        require(job.times(), "times");
        require(job.times().firstSeenAt(), "times.firstSeenAt");
        job.places().forEach(place -> require(place.text(), "places.text"));
        job.salary().ifPresent(salary -> {
            require(salary.currency(), "salary.currency");
            require(salary.period(), "salary.period");
        });
    }

    /** The same, by an employer whose name is that when names are compared. */
    JobText by(String comparable) {
        return new JobText(this, comparable, pay, whereabouts, remote, onlyRemote);
    }

    /** The same, for that pay. */
    JobText paying(Pay other) {
        return new JobText(this, comparableCompany, other, whereabouts, remote, onlyRemote);
    }

    /** The same, elsewhere; what the verdicts mean is told at {@link #remote} and {@link #onlyRemote}. */
    JobText at(JobPlaces places, Verdict fromElsewhere, Verdict onlyFromElsewhere) {
        return new JobText(
                this,
                comparableCompany,
                pay,
                new Whereabouts(places, fromElsewhere == Verdict.YES),
                fromElsewhere,
                onlyFromElsewhere);
    }

    /** The job as it was posted. */
    public JobPosted job() {
        return job;
    }

    /** The words of the title. */
    public TokenisedText title() {
        return title;
    }

    /** The words of the description. */
    public TokenisedText body() {
        return body;
    }

    /** The words of the employer's name. */
    public TokenisedText company() {
        return company;
    }

    /** The employer's name in the form in which names are compared. */
    public String comparableCompany() {
        return comparableCompany;
    }

    /** Where it can be done. */
    public Whereabouts whereabouts() {
        return whereabouts;
    }

    /** What it pays. */
    Pay pay() {
        return pay;
    }

    /** Whether one can take it and work from elsewhere. */
    Verdict remote() {
        return remote;
    }

    /** Whether one cannot take it but to work from elsewhere. */
    Verdict onlyRemote() {
        return onlyRemote;
    }

    /** Where one of these rows of terms stands, the title before the body. */
    Optional<FieldHit> find(Scope scope, List<long[]> rows) {
        return switch (scope) {
            case TITLE -> find(TITLE, title, rows);
            case COMPANY -> find(COMPANY, company, rows);
            case TEXT -> find(TITLE, title, rows).or(() -> find(BODY, body, rows));
        };
    }

    /** Whether a term that is not found there might stand in a text that the source does not give, or that is too long. */
    boolean mayHide(Scope scope) {
        String text = switch (scope) {
            case TITLE -> job.title();
            case COMPANY -> job.company();
            case TEXT -> job.description();
        };
        return text.isBlank() || text.length() > TokenisedText.MOST_CHARACTERS;
    }

    /** A hit with some words around it, on one line. */
    public String excerpt(FieldHit hit) {
        return Excerpt.of(textOf(hit.field()), hit);
    }

    private String textOf(String field) {
        return switch (field) {
            case TITLE -> job.title();
            case COMPANY -> job.company();
            default -> job.description();
        };
    }

    private Verdict decideRemote(JobPlaces places) {
        if (statesWorkplace()) {
            return Verdict.of(isWorkplace("remote"));
        }
        boolean said = places.saysRemote() || title.find(REMOTE_WORD).isPresent();
        return said ? Verdict.YES : Verdict.UNKNOWN;
    }

    private Verdict decideOnlyRemote(JobPlaces places) {
        if (statesWorkplace()) {
            return Verdict.of(isWorkplace("remote"));
        }
        return places.saysOnlyRemote() ? Verdict.YES : Verdict.UNKNOWN;
    }

    private boolean statesWorkplace() {
        return isWorkplace("remote") || isWorkplace("hybrid") || isWorkplace("onsite");
    }

    private boolean isWorkplace(String name) {
        return job.workplace().filter(name::equalsIgnoreCase).isPresent();
    }

    private static void require(Object value, String member) {
        if (value == null) {
            throw new UnreadableEvent("job has no " + member, null);
        }
    }

    private static Optional<FieldHit> find(String field, TokenisedText text, List<long[]> rows) {
        for (long[] row : rows) {
            Optional<TokenisedText.Hit> hit = text.find(row);
            if (hit.isPresent()) {
                return Optional.of(
                        new FieldHit(field, hit.get().start(), hit.get().end()));
            }
        }
        return Optional.empty();
    }
}
