package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import java.util.List;

/**
 * What an alert asks of how a job came to be listed. A job never says that no agency placed it, so whether it is an employer's own is
 * unknown unless one did, and what is unknown passes. Whether it was listed before is known as far as our crawls go.
 */
public enum ListingCondition implements Condition {
    /** Not placed by an agency, as far as the job says. */
    EMPLOYERS_ONLY("employersOnly", "employers only") {
        @Override
        public Verdict verdict(JobText job) {
            return job.job().agency().orElse(false) ? Verdict.NO : Verdict.UNKNOWN;
        }
    },
    /** Not listed before. Almost every alert asks that, and almost every job meets it. */
    NO_REPOSTS("reposts", "no reposts") {
        @Override
        public Verdict verdict(JobText job) {
            return Verdict.of(job.job().repost().isEmpty());
        }
    };

    private final String kind;
    private final String clause;

    ListingCondition(String kind, String clause) {
        this.kind = kind;
        this.clause = clause;
    }

    @Override
    public boolean isMetBy(JobText job) {
        return verdict(job) != Verdict.NO;
    }

    /** None: that nobody else placed it and that it is new is no reason to tell of a job. */
    @Override
    public List<Reason> reasons(JobText job) {
        return List.of();
    }

    @Override
    public ClauseVerdict explain(JobText job) {
        return ClauseVerdict.ofFilter(kind, clause, this, job);
    }
}
