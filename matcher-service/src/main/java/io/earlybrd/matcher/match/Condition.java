package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import java.util.List;
import java.util.Optional;

/**
 * One thing that an alert asks of a job; all of them must be met.
 *
 * <p>Conditions are equal if they judge every job alike, so an equal one may be asked for the verdict, once for all. How they are
 * written may differ: reasons and explanations are to be had from the alert's own.
 */
public sealed interface Condition
        permits WordsCondition,
                PlacesCondition,
                RemoteCondition,
                CompanyCondition,
                SalaryCondition,
                VocabularyCondition,
                ListingCondition {

    /** What can be said about the job. */
    Verdict verdict(JobText job);

    /** Whether the job may be sent: decides what becomes of {@link Verdict#UNKNOWN}. */
    boolean isMetBy(JobText job);

    /** What in the job met it; empty if nothing did, as with an exclusion or with what is unknown. */
    List<Reason> reasons(JobText job);

    /** The reasons if the job may be sent; empty if it may not. */
    default Optional<List<Reason>> reasonsIfMet(JobText job) {
        return isMetBy(job) ? Optional.of(reasons(job)) : Optional.empty();
    }

    /** Whether it is enough for an alert that names no words. */
    default boolean narrows() {
        return false;
    }

    /** How it judges the job, clause by clause. */
    ClauseVerdict explain(JobText job);
}
