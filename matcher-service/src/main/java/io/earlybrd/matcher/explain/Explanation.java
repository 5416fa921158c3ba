package io.earlybrd.matcher.explain;

import io.earlybrd.matcher.match.ClauseVerdict;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an alert judges a job.
 *
 * @param matches whether the job is for the alert; true if every clause is met
 * @param backfill whether the job was already open when its source was first read, so that nobody was told of it
 */
record Explanation(String jobId, long version, boolean matches, boolean backfill, List<Clause> clauses) {

    Explanation {
        clauses = List.copyOf(clauses);
    }

    static Explanation of(Criteria criteria, JobText job) {
        return new Explanation(
                job.job().jobId(),
                job.job().version(),
                criteria.areMetBy(job),
                job.job().backfill(),
                criteria.explain(job).stream()
                        .map(clause -> Clause.of(clause, job))
                        .toList());
    }

    /**
     * One clause, as in {@link ClauseVerdict}.
     *
     * @param verdict {@code yes}, {@code no} or {@code unknown}
     * @param met whether it lets the job pass; a filter may let pass what is unknown
     * @param field where it was found
     * @param offset of the hit in the field
     * @param excerpt the hit with some words around it
     */
    record Clause(
            String kind,
            String clause,
            String verdict,
            boolean met,
            Optional<String> field,
            Optional<Integer> offset,
            Optional<String> excerpt,
            List<Clause> parts) {

        Clause {
            parts = List.copyOf(parts);
        }

        static Clause of(ClauseVerdict verdict, JobText job) {
            return new Clause(
                    verdict.kind(),
                    verdict.clause(),
                    verdict.verdict().name().toLowerCase(Locale.ROOT),
                    verdict.met(),
                    verdict.hit().map(hit -> hit.field()),
                    verdict.hit().map(hit -> hit.start()),
                    verdict.hit().map(job::excerpt),
                    verdict.parts().stream().map(part -> of(part, job)).toList());
        }
    }
}
