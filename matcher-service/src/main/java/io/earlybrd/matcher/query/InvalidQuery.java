package io.earlybrd.matcher.query;

/** A text that is no query, with what is wrong and how to put it right, for the person who wrote it. */
public final class InvalidQuery extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int column;

    InvalidQuery(int column, String sentence) {
        // Without a trace of calls: it tells of a text, and somebody may send many.
        super(sentence, null, false, false);
        this.column = column;
    }

    /** Where the fault is: counts characters (code points) from 1. */
    public int column() {
        return column;
    }
}
