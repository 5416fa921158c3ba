package io.earlybrd.scraper.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What to ask for one page: a GET, or a POST where the question does not fit into an address.
 *
 * @param accept media types that the reader can read
 * @param validators of the last answer; none for a POST, whose answers are no state of the page
 * @param maxBytes longest answer, on the wire and uncompressed
 * @param json what to post; null for a GET
 */
public record FetchRequest(
        WebUrl url,
        String accept,
        Validators validators,
        long maxBytes,
        @Nullable String json) {

    public FetchRequest {
        validators = json == null ? validators : Validators.NONE;
    }

    /** A GET. */
    public FetchRequest(WebUrl url, String accept, Validators validators, long maxBytes) {
        this(url, accept, validators, maxBytes, null);
    }

    /** The same request for another place. */
    FetchRequest at(WebUrl place) {
        return new FetchRequest(place, accept, validators, maxBytes, json);
    }
}
