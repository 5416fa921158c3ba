package io.earlybrd.scraper.liveness;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source whose pages this instance may look at.
 *
 * @param host where the source's own requests go
 * @param until when others may claim it again, if this instance dies
 * @param doubtedAt when a whole list of it was last not believed; null if none ever was
 * @param pagesGoneAt since when not one of its pages is there; null while it is not so
 */
record LookClaim(
        UUID id,
        String provider,
        String board,
        String host,
        Instant until,
        @Nullable Instant doubtedAt,
        @Nullable Instant pagesGoneAt) {

    /** The name of the source in events and logs. */
    String source() {
        return provider + "/" + board;
    }
}
