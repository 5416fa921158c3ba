package io.earlybrd.scraper.provider;

import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A provider's successful answer.
 *
 * @param uri where it came from, after redirects
 * @param contentType as the server stated it, with its charset
 * @param body uncompressed; may be read once
 * @param page how many answers of the same list were read before it
 */
public record Answer(URI uri, @Nullable String contentType, InputStream body, int page) {

    /** The first or only answer. */
    public Answer(URI uri, @Nullable String contentType, InputStream body) {
        this(uri, contentType, body, 0);
    }
}
