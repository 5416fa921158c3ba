package io.earlybrd.scraper.posting;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A posting as one of those that a job has.
 *
 * @param own whether its source is the employer's own board
 * @param position in the list that it was seen in first
 */
record Member(
        String postingId, UUID sourceId, boolean own, Shown shown, Instant firstSeenAt, int position, boolean open) {

    /** Those that were seen first; of one list, in its order. */
    static final Comparator<Member> ORDER = Comparator.comparing(Member::firstSeenAt)
            .thenComparingInt(Member::position)
            .thenComparing(Member::postingId);

    /** The same, no longer listed. */
    Member closed() {
        return new Member(postingId, sourceId, own, shown, firstSeenAt, position, false);
    }
}
