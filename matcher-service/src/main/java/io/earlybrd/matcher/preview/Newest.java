package io.earlybrd.matcher.preview;

import io.earlybrd.matcher.match.Requirement;
import io.earlybrd.matcher.recent.JobSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Those jobs, of all that it is offered, that were first seen last. */
final class Newest {

    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparingLong(Entry::seen).reversed().thenComparing(Entry::jobId);

    private final int limit;
    /** The one that goes first is on top. */
    private final PriorityQueue<Entry> newest = new PriorityQueue<>(NEWEST_FIRST.reversed());

    Newest(int limit) {
        this.limit = limit;
    }

    /** Offers a job; {@code failed} is the one requirement that it fails, or null. */
    void offer(JobSegment segment, int job, long seen, Requirement failed) {
        if (limit == 0 || newest.size() == limit && seen < newest.peek().seen()) {
            return;
        }
        newest.add(new Entry(seen, segment, job, failed));
        if (newest.size() > limit) {
            newest.remove();
        }
    }

    List<Entry> inOrder() {
        List<Entry> inOrder = new ArrayList<>(newest);
        inOrder.sort(NEWEST_FIRST);
        return inOrder;
    }

    /** A job in its segment. */
    record Entry(long seen, JobSegment segment, int job, Requirement failed) {

        /** Read when it is asked for: most jobs that are newest for a while differ by the time and are gone again. */
        String jobId() {
            return segment.id(job);
        }
    }
}
