package io.earlybrd.scraper.fetch;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server wants to be shown with the next request, to say whether anything changed; kept as it wrote them. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing to show: the first request. */
    public static final Validators NONE = new Validators(null, null);

    // Anything else can neither be stored nor be sent back as it came.
    private static final Pattern USABLE = Pattern.compile("[\\x20-\\x7e\\xa0-\\xff]{1,1000}");

    /** Those of an answer; one that could not be shown again counts as none. */
    static Validators received(@Nullable String etag, @Nullable String lastModified) {
        return new Validators(usable(etag), usable(lastModified));
    }

    /** Whether there is anything to show. */
    public boolean any() {
        return etag != null || lastModified != null;
    }

    private static @Nullable String usable(@Nullable String header) {
        return header != null && USABLE.matcher(header).matches() ? header : null;
    }
}
