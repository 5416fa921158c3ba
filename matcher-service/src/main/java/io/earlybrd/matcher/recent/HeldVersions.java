package io.earlybrd.matcher.recent;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.search.LiveFieldValues;

/** The version in which each job is held: in memory until a reader sees the job, then looked up in the index. */
final class HeldVersions extends LiveFieldValues<DirectoryReader, Long> {

    /** Stands for a job that was removed; versions are positive. */
    private static final Long NONE = Long.MIN_VALUE;

    HeldVersions(ReaderManager readers) {
        super(readers, NONE);
    }

    Optional<Long> of(String jobId) throws IOException {
        return Optional.ofNullable(get(jobId));
    }

    void note(String jobId, long version) {
        add(jobId, version);
    }

    int unseen() {
        return size();
    }

    @Override
    protected Long lookupFromSearcher(DirectoryReader reader, String jobId) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            JobSegment segment = new JobSegment(leaf);
            int job = segment.find(jobId);
            if (job != JobSegment.NONE) {
                return segment.version(job);
            }
        }
        return null;
    }
}
