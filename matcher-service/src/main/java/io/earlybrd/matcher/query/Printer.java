package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a clause in its canonical form: brackets only where the tree would change without them. */
enum Printer implements Clause.Visitor<String> {
    /** Nothing around it. */
    ALONE,
    /** A part of alternatives: a blank binds tighter than OR, so a row needs no brackets. */
    ALTERNATIVE,
    /** A part of a row, or negated. */
    BOUND;

    static String print(Clause clause) {
        return clause.accept(ALONE);
    }

    @Override
    public String term(Term term) {
        return term.scope().prefix() + (term.quoted() ? '"' + term.text() + '"' : term.text());
    }

    @Override
    public String allOf(AllOf allOf) {
        String row = join(allOf.parts(), BOUND, " ");
        return this == BOUND ? "(" + row + ")" : row;
    }

    @Override
    public String anyOf(AnyOf anyOf) {
        String alternatives = join(anyOf.parts(), ALTERNATIVE, " OR ");
        return this == ALONE ? alternatives : "(" + alternatives + ")";
    }

    @Override
    public String not(Not not) {
        return "-" + not.part().accept(BOUND);
    }

    private static String join(List<Clause> parts, Printer within, String separator) {
        return parts.stream().map(part -> part.accept(within)).collect(Collectors.joining(separator));
    }
}
