package io.earlybrd.matcher.match;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Employment types or seniorities that an alert is for; one of them suffices. A job that states none, or one that is not in our
 * vocabulary, is unknown and passes.
 */
final class VocabularyCondition implements Condition {

    private static final Set<String> EMPLOYMENT_TYPES =
            Set.of("full-time", "part-time", "contract", "temporary", "internship");
    private static final Set<String> SENIORITIES = Set.of("junior", "mid", "senior", "lead");

    private final String kind;
    private final String field;
    private final Set<String> vocabulary;
    private final Function<JobPosted, Optional<String>> stated;
    /** As they are shown. */
    private final List<String> wanted;

    private final Set<String> accepted;

    private VocabularyCondition(
            String kind,
            String field,
            Set<String> vocabulary,
            Function<JobPosted, Optional<String>> stated,
            List<String> wanted) {
        this.kind = kind;
        this.field = field;
        this.vocabulary = vocabulary;
        this.stated = stated;
        this.wanted = new ArrayList<>(wanted);
        this.wanted.replaceAll(VocabularyCondition::folded);
        accepted = Set.copyOf(this.wanted);
    }

    static VocabularyCondition ofEmploymentTypes(List<String> wanted) {
        return new VocabularyCondition(
                "employmentTypes", "employmentType", EMPLOYMENT_TYPES, JobPosted::employmentType, wanted);
    }

    static VocabularyCondition ofSeniorities(List<String> wanted) {
        return new VocabularyCondition("seniorities", "seniority", SENIORITIES, JobPosted::seniority, wanted);
    }

    @Override
    public Verdict verdict(JobText job) {
        return stated(job).map(value -> Verdict.of(accepted.contains(value))).orElse(Verdict.UNKNOWN);
    }

    @Override
    public boolean isMetBy(JobText job) {
        return verdict(job) != Verdict.NO;
    }

    @Override
    public List<Reason> reasons(JobText job) {
        return stated(job).filter(accepted::contains).map(value -> new Reason(value, field, 0)).stream()
                .toList();
    }

    @Override
    public ClauseVerdict explain(JobText job) {
        return ClauseVerdict.ofFilter(kind, String.join(" / ", wanted), this, job);
    }

    /** Equal if both want the same of the same field, in whatever order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof VocabularyCondition condition
                && kind.equals(condition.kind)
                && accepted.equals(condition.accepted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, accepted);
    }

    private Optional<String> stated(JobText job) {
        return stated.apply(job.job()).map(VocabularyCondition::folded).filter(vocabulary::contains);
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
