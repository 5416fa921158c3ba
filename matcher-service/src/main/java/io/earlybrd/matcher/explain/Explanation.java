package io.earlybrd.matcher.explain;

import io.earlybrd.matcher.match.ClauseVerdict;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an alert judges a job.
 *
 * @param matches whether the job is for the alert; true if every clause is met
 * @param backfill whether the job was already open when its source was first read, so that nobody was told of it
 * @param missing what would have to be otherwise for the job to match; one of them makes it a near miss
 */
record Explanation(
        String jobId, long version, boolean matches, boolean backfill, List<Clause> clauses, List<Missing> missing) {

    Explanation {
        clauses = List.copyOf(clauses);
        missing = List.copyOf(missing);
    }

    static Explanation of(Criteria criteria, JobText job) {
        return new Explanation(
                job.job().jobId(),
                job.job().version(),
                criteria.areMetBy(job),
                job.job().backfill(),
                criteria.explain(job).stream()
                        .map(clause -> Clause.of(clause, job))
                        .toList(),
                criteria.requirements().stream()
                        .filter(requirement -> !requirement.isMetBy(job))
                        .map(requirement -> new Missing(requirement.kind(), requirement.text()))
                        .toList());
    }

    /**
     * A clause that does not let the job pass.
     *
     * @param clause words in their canonical form
     */
    record Missing(String kind, String clause) {}

    /**
     * One clause, as in {@link ClauseVerdict}.
     *
     * @param verdict {@code yes}, {@code no} or {@code unknown}
     * @param met whether it lets the job pass; a filter may let pass what is unknown
     * @param field where it was found
     * @param offset of the hit in the field
     * @param excerpt the hit with some words around it
     * @param stated what the job says of what a filter asks; absent if it says nothing
     * @param ambiguous whether it says something from which it cannot be told if the filter's condition holds
     */
    record Clause(
            String kind,
            String clause,
            String verdict,
            boolean met,
            Optional<String> field,
            Optional<Integer> offset,
            Optional<String> excerpt,
            Optional<String> stated,
            boolean ambiguous,
            List<Clause> parts) {

        Clause {
            parts = List.copyOf(parts);
        }

        static Clause of(ClauseVerdict verdict, JobText job) {
            Optional<String> stated = Stated.by(job.job(), verdict.kind());
            return new Clause(
                    verdict.kind(),
                    verdict.clause(),
                    verdict.verdict().name().toLowerCase(Locale.ROOT),
                    verdict.met(),
                    verdict.hit().map(hit -> hit.field()),
                    verdict.hit().map(hit -> hit.start()),
                    verdict.hit().map(job::excerpt),
                    stated,
                    verdict.verdict() == Verdict.UNKNOWN && stated.isPresent(),
                    verdict.parts().stream().map(part -> of(part, job)).toList());
        }
    }
}
