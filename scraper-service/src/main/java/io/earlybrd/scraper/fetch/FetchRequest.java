package io.earlybrd.scraper.fetch;

/**
 * A GET of one page.
 *
 * @param accept media types that the reader can read
 * @param validators of the last answer
 * @param maxBytes longest answer, on the wire and uncompressed
 */
public record FetchRequest(WebUrl url, String accept, Validators validators, long maxBytes) {

    /** The same request for another place. */
    FetchRequest at(WebUrl place) {
        return new FetchRequest(place, accept, validators, maxBytes);
    }
}
