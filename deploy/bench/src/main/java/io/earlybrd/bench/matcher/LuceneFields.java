package io.earlybrd.bench.matcher;

import io.earlybrd.matcher.query.Scope;

/** Names of the fields in which Lucene finds things. */
final class LuceneFields {

    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String COMPANY = "company";
    /** Filters that let a job pass, or that do not, by {@link Facts}. */
    static final String FACT = "fact";
    /** The places of an alert, and those that a job is for; only in the metadata of a query, never in the query. */
    static final String PLACE = "place";

    /** Stands before a term that counts only within phrases. */
    static final String BOUND = "\u0001";

    private LuceneFields() {}

    static String of(Scope scope) {
        return switch (scope) {
            case TEXT -> TEXT;
            case TITLE -> TITLE;
            case COMPANY -> COMPANY;
        };
    }
}
