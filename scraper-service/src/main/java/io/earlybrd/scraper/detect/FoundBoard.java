package io.earlybrd.scraper.detect;

import org.jspecify.annotations.Nullable;

/**
 * A board that an address or a page leads to.
 *
 * @param provider the kind of source: {@code greenhouse}, {@code rss} …; whether there is an adapter for it is another matter
 * @param board what the provider calls it, as it stood there; or the address of a feed or page
 * @param company the employer, if the page names them
 */
public record FoundBoard(
        String provider, String board, @Nullable String company) {

    /** A board whose employer is not named. */
    static FoundBoard of(String provider, String board) {
        return new FoundBoard(provider, board, null);
    }

    /** The same board with the employer's name. */
    FoundBoard at(@Nullable String employer) {
        return new FoundBoard(provider, board, employer);
    }
}
