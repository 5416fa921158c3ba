package io.earlybrd.scraper.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer, of whatever status, and whoever is given it may read it until its use ends.
 *
 * @param url where it came from, after redirects
 * @param validators to show with the next request
 * @param retryAfter how long the server asks to be left alone
 * @param location where a redirect leads
 */
public record FetchedPage(
        WebUrl url,
        int status,
        @Nullable String contentType,
        Validators validators,
        @Nullable Duration retryAfter,
        @Nullable String location,
        Body body) {

    /** Whether the whole host is to be left alone for {@link #retryAfter}. */
    boolean asksForRest() {
        return retryAfter != null && (status == 429 || status == 503);
    }

    /** Whether the page is elsewhere. */
    boolean redirects() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> location != null;
            default -> false;
        };
    }

    /** Whether what was posted is to be posted there again; by any other redirect it would be lost (RFC 9110, 15.4). */
    boolean repeatsRequest() {
        return status == 307 || status == 308;
    }
}
