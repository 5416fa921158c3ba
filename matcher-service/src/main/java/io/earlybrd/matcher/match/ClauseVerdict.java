package io.earlybrd.matcher.match;

import java.util.List;
import java.util.Optional;

/**
 * How one clause of an alert judges a job.
 *
 * @param kind {@code word}, {@code phrase}, {@code all}, {@code any}, {@code not}, {@code places}, {@code remote},
 *     {@code companiesIn}, {@code companiesOut}, {@code salaryFloor}, {@code employmentTypes}, {@code seniorities},
 *     {@code employersOnly} or {@code reposts}
 * @param clause as the subscriber wrote it, with the other name by which it was found, if it was: {@code k8s = Kubernetes}
 * @param verdict whether it holds, or cannot be said
 * @param met whether it lets the job pass: a filter may let pass what is unknown
 * @param hit where it was found, if it is a word or phrase and was
 * @param parts what a group or an exclusion consists of
 */
public record ClauseVerdict(
        String kind, String clause, Verdict verdict, boolean met, Optional<FieldHit> hit, List<ClauseVerdict> parts) {

    public ClauseVerdict {
        parts = List.copyOf(parts);
    }

    static ClauseVerdict ofFilter(String kind, String clause, Condition condition, JobText job) {
        return new ClauseVerdict(
                kind, clause, condition.verdict(job), condition.isMetBy(job), Optional.empty(), List.of());
    }
}
