package io.earlybrd.matcher.recent;

import io.quarkus.logging.Log;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergeScheduler;

/** Merges on one thread beside the one that writes. Only that one is held up if merging falls behind, never who reads. */
final class QuietMerges extends ConcurrentMergeScheduler {

    private static final int MOST_WAITING = 6;

    private volatile Thread writing;

    QuietMerges() {
        setMaxMergesAndThreads(MOST_WAITING, 1);
        // The index is rebuilt at every start: the sooner it is merged, the sooner previews are fast.
        disableAutoIOThrottle();
    }

    /** Says that the calling thread is the one that writes. */
    void writtenByThisThread() {
        writing = Thread.currentThread();
    }

    @Override
    protected synchronized boolean maybeStall(MergeScheduler.MergeSource source) {
        return writing == Thread.currentThread() ? super.maybeStall(source) : mergeThreadCount() < MOST_WAITING;
    }

    @Override
    protected void handleMergeException(Throwable failure) {
        // The writer has closed itself if it cannot go on; the next write finds that out and says so, once.
        Log.debugf(failure, "merge failed");
    }
}
