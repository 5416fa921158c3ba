package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import io.earlybrd.matcher.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The words of an alert. A word that is not found counts as not there when it is decided, though it is unknown in the explanation if
 * the source gives no text: an alert is neither sent nor withheld because of words that nobody has seen.
 */
public record WordsCondition(Query query) implements Condition {

    @Override
    public Verdict verdict(JobText job) {
        return query.root().accept(new Evaluation(job, true));
    }

    @Override
    public boolean isMetBy(JobText job) {
        return isMetBy(query.root(), job);
    }

    @Override
    public List<Reason> reasons(JobText job) {
        return reasonsIfMet(job).orElse(List.of());
    }

    @Override
    public Optional<List<Reason>> reasonsIfMet(JobText job) {
        List<Reason> reasons = new ArrayList<>(4);
        return collect(query.root(), job, reasons) ? Optional.of(reasons) : Optional.empty();
    }

    @Override
    public boolean narrows() {
        return true;
    }

    @Override
    public ClauseVerdict explain(JobText job) {
        return explain(query.root(), job);
    }

    /** Whether the job meets a part of words. */
    static boolean isMetBy(Clause part, JobText job) {
        return part.accept(new Evaluation(job, false)) == Verdict.YES;
    }

    /** How a part of the words judges the job. */
    ClauseVerdict explain(Clause part, JobText job) {
        return part.accept(new Explanation(job, query));
    }

    /** Whether the job meets a part of words; adds the terms that make it true, of alternatives those that hold. */
    private boolean collect(Clause clause, JobText job, List<Reason> reasons) {
        if (clause instanceof Term term) {
            Optional<Found> found = Found.of(term, job);
            found.ifPresent(one -> reasons.add(new Reason(
                    one.named(query.textOf(term)), one.hit().field(), one.hit().start())));
            return found.isPresent();
        }
        if (clause instanceof AnyOf anyOf) {
            boolean any = false;
            for (Clause part : anyOf.parts()) {
                any |= collect(part, job, reasons);
            }
            return any;
        }
        if (clause instanceof AllOf allOf) {
            int before = reasons.size();
            for (Clause part : allOf.parts()) {
                if (!collect(part, job, reasons)) {
                    // What was found of it proves nothing.
                    reasons.subList(before, reasons.size()).clear();
                    return false;
                }
            }
            return true;
        }
        return isMetBy(clause, job);
    }

    /**
     * Where a term was found: under what was written if it can be, else under another name.
     *
     * @param alias that other name
     */
    private record Found(FieldHit hit, Optional<String> alias) {

        static Optional<Found> of(Term term, JobText job) {
            return job.find(term.scope(), term.written())
                    .map(hit -> new Found(hit, Optional.empty()))
                    .or(() -> job.find(term.scope(), term.others()).map(hit -> new Found(hit, alias(term, job, hit))));
        }

        private static Optional<String> alias(Term term, JobText job, FieldHit hit) {
            return IntStream.range(0, term.aliases().size())
                    .filter(i -> job.find(term.scope(), List.of(term.others().get(i)))
                            .equals(Optional.of(hit)))
                    .mapToObj(term.aliases()::get)
                    .findFirst();
        }

        /** The clause, with the other name if it was found by one: {@code k8s = Kubernetes}. */
        String named(String clause) {
            return alias.map(name -> clause + " = " + name).orElse(clause);
        }
    }

    private record Evaluation(JobText job, boolean knowsUnknown) implements Clause.Visitor<Verdict> {

        @Override
        public Verdict term(Term term) {
            if (job.find(term.scope(), term.rows()).isPresent()) {
                return Verdict.YES;
            }
            return knowsUnknown && job.mayHide(term.scope()) ? Verdict.UNKNOWN : Verdict.NO;
        }

        @Override
        public Verdict allOf(AllOf allOf) {
            Verdict all = Verdict.YES;
            for (Clause part : allOf.parts()) {
                all = all.and(part.accept(this));
                if (all == Verdict.NO) {
                    return all;
                }
            }
            return all;
        }

        @Override
        public Verdict anyOf(AnyOf anyOf) {
            Verdict any = Verdict.NO;
            for (Clause part : anyOf.parts()) {
                any = any.or(part.accept(this));
                if (any == Verdict.YES) {
                    return any;
                }
            }
            return any;
        }

        @Override
        public Verdict not(Not not) {
            return not.part().accept(this).not();
        }
    }

    private record Explanation(JobText job, Query query) implements Clause.Visitor<ClauseVerdict> {

        @Override
        public ClauseVerdict term(Term term) {
            Optional<Found> found = Found.of(term, job);
            String written = query.textOf(term);
            return verdict(
                    term.quoted() ? "phrase" : "word",
                    found.map(one -> one.named(written)).orElse(written),
                    term,
                    found.map(Found::hit),
                    List.of());
        }

        @Override
        public ClauseVerdict allOf(AllOf allOf) {
            return verdict("all", query.textOf(allOf), allOf, Optional.empty(), allOf.parts());
        }

        @Override
        public ClauseVerdict anyOf(AnyOf anyOf) {
            return verdict("any", query.textOf(anyOf), anyOf, Optional.empty(), anyOf.parts());
        }

        @Override
        public ClauseVerdict not(Not not) {
            return verdict("not", query.textOf(not), not, Optional.empty(), List.of(not.part()));
        }

        private ClauseVerdict verdict(
                String kind, String text, Clause clause, Optional<FieldHit> hit, List<Clause> parts) {
            return new ClauseVerdict(
                    kind,
                    text,
                    clause.accept(new Evaluation(job, true)),
                    clause.accept(new Evaluation(job, false)) == Verdict.YES,
                    hit,
                    parts.stream().map(part -> part.accept(this)).toList());
        }
    }
}
