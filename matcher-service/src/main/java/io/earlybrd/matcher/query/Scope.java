package io.earlybrd.matcher.query;

import java.util.Locale;
import java.util.Optional;

/** Where a term is looked for. */
public enum Scope {
    /** In the title and in the body. */
    TEXT(""),
    TITLE("title:"),
    COMPANY("company:");

    private final String prefix;

    Scope(String prefix) {
        this.prefix = prefix;
    }

    /** How it is written before a term. */
    public String prefix() {
        return prefix;
    }

    /** The one of that name, or of what other search engines call it. */
    static Optional<Scope> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "title", "intitle" -> Optional.of(TITLE);
            case "company", "employer" -> Optional.of(COMPANY);
            default -> Optional.empty();
        };
    }
}
