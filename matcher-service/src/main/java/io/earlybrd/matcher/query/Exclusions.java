package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;

/** Finds clauses that a job without a single word would satisfy: they only say what to leave out. */
final class Exclusions implements Clause.Visitor<Boolean> {

    private final Mistakes mistakes;

    Exclusions(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Refuses a query that nearly every job would match. */
    void refuseIfAlone(Clause query) {
        if (!query.accept(this)) {
            return;
        }
        if (query instanceof AnyOf anyOf) {
            throw anyOf.parts().stream()
                    .filter(part -> part.accept(this))
                    .findFirst()
                    .map(part -> mistakes.alternativeOnlyExcludes(part.span()))
                    .orElseThrow();
        }
        throw mistakes.onlyExcludes(query.span());
    }

    @Override
    public Boolean term(Term term) {
        return false;
    }

    @Override
    public Boolean allOf(AllOf allOf) {
        for (Clause part : allOf.parts()) {
            if (!part.accept(this)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean anyOf(AnyOf anyOf) {
        for (Clause part : anyOf.parts()) {
            if (part.accept(this)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Boolean not(Not not) {
        return !not.part().accept(this);
    }
}
