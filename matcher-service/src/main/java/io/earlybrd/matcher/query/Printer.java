package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.util.List;
import java.util.function.Predicate;

/**
 * Prints a clause in its canonical form. Brackets are where the tree would change without them, and around a row among alternatives:
 * people differ on which binds tighter. Those are left out of a query that would not be read again with them, because it comes close
 * to the limits. Other names are not printed: they were not written.
 */
final class Printer implements Clause.Visitor<Void> {

    /** The most characters that a term becomes longer by: prefix, quotation marks, OR for a bar, brackets around its row. */
    static final int MOST_ADDED = 16;

    private final StringBuilder printed = new StringBuilder();
    private final boolean clear;
    private int depth;
    private int deepest;

    private Printer(boolean clear) {
        this.clear = clear;
    }

    static String print(Clause clause) {
        Printer clear = new Printer(true);
        Clause written = asWritten(clause);
        written.accept(clear);
        if (clear.printed.length() <= Query.MAX_LENGTH && clear.deepest <= Query.MAX_DEPTH) {
            return clear.printed.toString();
        }
        Printer terse = new Printer(false);
        written.accept(terse);
        return terse.printed.toString();
    }

    @Override
    public Void term(Term term) {
        printed.append(term.scope().prefix());
        if (term.quoted()) {
            printed.append('"').append(term.text()).append('"');
        } else {
            printed.append(term.text());
        }
        return null;
    }

    @Override
    public Void allOf(AllOf allOf) {
        join(allOf.parts(), " ", part -> part instanceof AnyOf);
        return null;
    }

    @Override
    public Void anyOf(AnyOf anyOf) {
        join(writtenOf(anyOf), " OR ", part -> clear && part instanceof AllOf);
        return null;
    }

    @Override
    public Void not(Not not) {
        printed.append('-');
        Clause part = asWritten(not.part());
        print(part, !(part instanceof Term));
        return null;
    }

    /** Words side by side that other names stand for, too, are just these words. */
    private static Clause asWritten(Clause clause) {
        List<Clause> written = clause instanceof AnyOf anyOf ? writtenOf(anyOf) : List.of();
        return written.size() == 1 ? written.get(0) : clause;
    }

    private static List<Clause> writtenOf(AnyOf anyOf) {
        return anyOf.parts().stream()
                .filter(part -> !(part instanceof Term term && term.written().isEmpty()))
                .toList();
    }

    private void join(List<Clause> parts, String separator, Predicate<Clause> bracketed) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                printed.append(separator);
            }
            Clause part = asWritten(parts.get(i));
            print(part, bracketed.test(part));
        }
    }

    private void print(Clause clause, boolean bracketed) {
        if (!bracketed) {
            clause.accept(this);
            return;
        }
        deepest = Math.max(deepest, ++depth);
        printed.append('(');
        clause.accept(this);
        printed.append(')');
        depth--;
    }
}
