package io.earlybrd.matcher.recent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;

/** The recent jobs at one moment, whatever comes and goes meanwhile. */
public final class RecentJobsView implements AutoCloseable {

    private final DirectoryReader reader;
    private final Release release;

    RecentJobsView(DirectoryReader reader, Release release) {
        this.reader = reader;
        this.release = release;
    }

    /** The parts that the jobs lie in; each job is in one of them. */
    public List<JobSegment> segments() {
        return reader.leaves().stream().map(JobSegment::new).toList();
    }

    /** A job by its id. */
    public Optional<RecentJob> find(String jobId) {
        try {
            for (JobSegment segment : segments()) {
                int job = segment.find(jobId);
                if (job != JobSegment.NONE) {
                    return Optional.of(segment.read(job));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("job not read", e);
        }
    }

    int size() {
        return reader.numDocs();
    }

    @Override
    public void close() {
        try {
            release.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Release {
        void run() throws IOException;
    }
}
