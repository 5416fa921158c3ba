package io.earlybrd.matcher.query;

/**
 * A search in the words of a job.
 *
 * <pre>
 * nurse berlin             both words, in any order
 * "platform engineer"      these words together
 * sre OR devops            either; | is the same
 * -manager                 leave out jobs with this word; NOT is the same
 * (sre OR devops) -intern  brackets keep alternatives together
 * title:rust               only in the title, also title:"data engineer" and title:(rust OR go)
 * company:fjordbank        only this employer
 * </pre>
 *
 * A blank binds tighter than {@code OR}; {@code AND} may be written and says the same as a blank. An operator in small letters is one
 * between two words ("nurse or midwife"); in quotation marks it is a word, as everything is. Two queries
 * are equal if their trees are, wherever their clauses stand in the text.
 */
public final class Query {

    /** In UTF-16 units. */
    public static final int MAX_LENGTH = 2_000;

    /** Words and phrases. */
    public static final int MAX_TERMS = 200;

    /** Brackets within brackets. */
    public static final int MAX_DEPTH = 20;

    private final String text;
    private final Clause written;
    private final Clause root;
    private final boolean withAliases;

    private Query(String text, Clause written, Clause root, boolean withAliases) {
        this.text = text;
        this.written = written;
        this.root = root;
        this.withAliases = withAliases;
    }

    /**
     * Reads a query.
     *
     * @throws InvalidQuery if the text is none, or would match nearly every job
     */
    public static Query parse(String text) {
        Clause written = new Parser(text).parse();
        return new Query(text, written, written, false);
    }

    /** The same, found also by common other names of its words and phrases: {@code k8s} by "Kubernetes". */
    public Query withAliases() {
        return withAliases ? this : new Query(text, written, Expansion.of(written, text, Aliases.ofTheTrade()), true);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Its tree without other names of its words. */
    public Clause written() {
        return written;
    }

    /** Its tree, as it is matched. */
    public Clause root() {
        return root;
    }

    /** The readable form of a part of a query, which has its prefix wherever that was written; without other names. */
    public static String canonical(Clause clause) {
        return Printer.print(clause);
    }

    /** What was written for a clause. */
    public String textOf(Clause clause) {
        return clause.span().of(text);
    }

    /**
     * The one readable form of its meaning: single blanks, {@code OR}, {@code -}, a prefix at each word, brackets around what belongs
     * together. It is put together at each call.
     */
    @Override
    public String toString() {
        return Printer.print(root);
    }

    @Override
    public boolean equals(Object other) {
        // The printed form determines the tree, so comparing the forms compares the trees.
        return other instanceof Query query
                && withAliases == query.withAliases
                && toString().equals(query.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
