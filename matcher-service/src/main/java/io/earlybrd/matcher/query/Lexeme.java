package io.earlybrd.matcher.query;

/**
 * The smallest part of a query's text.
 *
 * @param text a term without its quotes; empty for everything else
 * @param scope of a prefix; {@link Scope#TEXT} for everything else
 */
record Lexeme(Kind kind, String text, Scope scope, Span span) {

    enum Kind {
        WORD,
        PHRASE,
        PREFIX,
        OPEN,
        CLOSE,
        OR,
        AND,
        NOT,
        END
    }

    static Lexeme of(Kind kind, Span span) {
        return new Lexeme(kind, "", Scope.TEXT, span);
    }

    static Lexeme term(Kind kind, String text, Span span) {
        return new Lexeme(kind, text, Scope.TEXT, span);
    }

    static Lexeme prefix(Scope scope, Span span) {
        return new Lexeme(Kind.PREFIX, "", scope, span);
    }

    /** Whether an item of a row begins with it. */
    boolean startsItem() {
        return switch (kind) {
            case WORD, PHRASE, PREFIX, OPEN, NOT -> true;
            case CLOSE, OR, AND, END -> false;
        };
    }
}
