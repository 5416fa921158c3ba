package io.earlybrd.matcher.query;

import io.earlybrd.matcher.text.Spellings;
import java.util.List;

/**
 * A part of a query. Groups of the same kind are merged and double negations dropped, so that one meaning has one tree: a group has
 * at least two parts and none of its own kind.
 */
public sealed interface Clause {

    /** Where it stands in the query's text. */
    Span span();

    /** Calls the visitor's method for this kind of clause. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A word or a phrase.
     *
     * @param scope where it is looked for
     * @param text as written, without quotes and prefix
     * @param quoted whether it was written in quotes
     * @param spelled what it is found by, at least one row; see {@link io.earlybrd.matcher.text.Tokeniser#spelled}
     * @param aliases the other names that the last of the rows spell, one for each of those; empty unless they are wanted
     */
    record Term(Scope scope, String text, boolean quoted, Spellings spelled, List<String> aliases, Span span)
            implements Clause {

        /** The rows of terms that it is found by. */
        public List<List<String>> spellings() {
            return spelled.terms();
        }

        /** The spellings as texts are asked for them, one for one. */
        public List<long[]> rows() {
            return spelled.rows();
        }

        /** The rows that spell what was written; none if only other names of it are meant. */
        public List<long[]> written() {
            return rows().subList(0, rows().size() - aliases.size());
        }

        /** The rows that spell other names, in the order of {@link #aliases}. */
        public List<long[]> others() {
            return rows().subList(rows().size() - aliases.size(), rows().size());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.term(this);
        }
    }

    /** All parts must hold. */
    record AllOf(List<Clause> parts, Span span) implements Clause {

        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allOf(this);
        }
    }

    /** At least one part must hold. */
    record AnyOf(List<Clause> parts, Span span) implements Clause {

        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyOf(this);
        }
    }

    /** The part must not hold. */
    record Not(Clause part, Span span) implements Clause {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** Something to do for each kind of clause. */
    interface Visitor<R> {

        R term(Term term);

        R allOf(AllOf allOf);

        R anyOf(AnyOf anyOf);

        R not(Not not);
    }
}
