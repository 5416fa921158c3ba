package io.earlybrd.scraper.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What became of a suggestion when it came in.
 *
 * @param suggestion as it is stored; null if it was not
 * @param why it was not: a sentence for who suggested it
 */
record Taken(Kind kind, @Nullable Suggestion suggestion, String why) {

    /** What became of it. */
    enum Kind {
        STORED,
        /** The same subscriber waits for an answer about this address already. */
        WAITS_ALREADY,
        TOO_MANY,
        ACCOUNT_DELETED
    }

    static Taken stored(Suggestion suggestion) {
        return new Taken(Kind.STORED, suggestion, "");
    }

    static Taken waitsAlready(Suggestion suggestion) {
        return new Taken(Kind.WAITS_ALREADY, suggestion, "");
    }

    static Taken accountDeleted() {
        return new Taken(Kind.ACCOUNT_DELETED, null, "This account is deleted.");
    }

    static Taken tooMany(String why) {
        return new Taken(Kind.TOO_MANY, null, why);
    }
}
