package io.earlybrd.matcher.recent;

import io.quarkus.logging.Log;
import org.apache.lucene.index.ConcurrentMergeScheduler;

/** Merges on one thread beside the one that writes. */
final class QuietMerges extends ConcurrentMergeScheduler {

    private static final int MOST_WAITING = 6;

    QuietMerges() {
        setMaxMergesAndThreads(MOST_WAITING, 1);
        // The index is rebuilt at every start: the sooner it is merged, the sooner previews are fast.
        disableAutoIOThrottle();
    }

    @Override
    protected void handleMergeException(Throwable failure) {
        // The writer has closed itself if it cannot go on; the next write finds that out and says so, once.
        Log.debugf(failure, "merge failed");
    }
}
