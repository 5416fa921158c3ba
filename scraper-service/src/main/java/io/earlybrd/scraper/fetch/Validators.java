package io.earlybrd.scraper.fetch;

import org.jspecify.annotations.Nullable;

/** What a server wants to be shown with the next request, to say whether anything changed; kept as it wrote them. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing to show: the first request. */
    public static final Validators NONE = new Validators(null, null);
}
