package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.Repost;
import io.earlybrd.notifier.mail.text.Moments;
import java.util.Optional;

/**
 * What is known of how long and how often a job was listed, as facts that the reader may judge: a job that is always open may be one that
 * nobody is hired for, or one for which many are.
 *
 * <p>It takes two signals, since each of them alone is ordinary: that the job was listed again after it was gone, which a move to another
 * board looks like as well, and that more than {@value #LONG_OPEN_DAYS} days have passed since a crawl first saw it, as with jobs that
 * are hard to fill. Both are our own observations: when the employer says that it was posted does not count, since that date is often
 * renewed.
 */
final class ListingHistory {

    private static final int LONG_OPEN_DAYS = 60;

    private ListingHistory() {}

    /** {@code Open 240 days, listed 6 times} if both signals hold. */
    static Optional<String> of(Optional<Repost> repost, Moments moments) {
        return repost.filter(before -> moments.daysSince(before.openSince()) > LONG_OPEN_DAYS)
                .map(before -> "Open %d days, listed %d times"
                        .formatted(moments.daysSince(before.openSince()), before.times() + 1L));
    }
}
