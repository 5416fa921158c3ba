package io.earlybrd.scraper.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a provider: a GET of one address, or a POST where it takes its questions as JSON.
 *
 * @param accept media types that the adapter reads
 * @param maxBytes longest answer that it reads, uncompressed
 * @param json the body of a POST; null for a GET
 */
public record BoardRequest(
        URI uri, String accept, long maxBytes, @Nullable String json) {

    /** A GET of JSON. */
    public static BoardRequest json(URI uri, long maxBytes) {
        return new BoardRequest(uri, "application/json", maxBytes);
    }

    /** A GET. */
    public BoardRequest(URI uri, String accept, long maxBytes) {
        this(uri, accept, maxBytes, null);
    }
}
