package io.earlybrd.matcher.recent;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.JobText;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * The jobs that were told of in the last {@link #KEPT}, each in its newest version, in an index on disk that is thrown away at the end.
 * One thread writes, any number read. If the disk fails, the store keeps what it has, takes no more and says so.
 */
public final class RecentJobs implements AutoCloseable {

    /** As far back as preview looks. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Holds some thousand jobs before they go to disk; twice as much makes the start hardly faster. */
    private static final double BUFFER_MEGABYTES = 8;

    /** Bounds what is kept in memory of jobs that no reader has seen yet. */
    private static final int MOST_UNSEEN = 2_000;

    private final Scratch scratch;
    private final Directory directory;
    private final IndexWriter writer;
    private final ReaderManager readers;
    private final HeldVersions versions;
    private final QuietMerges merges = new QuietMerges();
    private volatile boolean failed;

    /** @param parent where the index is kept, in a directory of its own; it needs no backup */
    public RecentJobs(Path parent) {
        scratch = Scratch.in(parent);
        try {
            // Only this process writes there, which the lock beside the index makes sure of.
            directory = new MMapDirectory(scratch.path().resolve("index"), NoLockFactory.INSTANCE);
            writer = new IndexWriter(directory, config());
            readers = new ReaderManager(writer);
            versions = new HeldVersions(readers);
        } catch (IOException e) {
            scratch.close();
            throw new UncheckedIOException("no index of recent jobs in " + parent, e);
        }
    }

    /**
     * Takes a job, unless a version that is as new is held.
     *
     * @throws io.earlybrd.events.UnreadableEvent if it lacks what every job has
     */
    public void add(JobPosted job, Instant toldAt) {
        JobText.requireWhole(job);
        merges.writtenByThisThread();
        change(() -> {
            Optional<Long> held = versions.of(job.jobId());
            if (held.isEmpty() || held.get() < job.version()) {
                writer.updateDocument(idOf(job.jobId()), JobDocument.of(job, toldAt));
                versions.note(job.jobId(), job.version());
            }
        });
    }

    /** Notes that a job is no longer listed; it remains, because it was once for somebody. */
    public void close(JobClosed closed) {
        String jobId = String.valueOf(closed.jobId());
        change(() -> {
            Optional<Long> held = versions.of(jobId);
            if (held.isPresent() && held.get() < closed.version()) {
                writer.updateDocValues(
                        idOf(jobId),
                        new NumericDocValuesField(JobDocument.VERSION, closed.version()),
                        new NumericDocValuesField(JobDocument.CLOSED, 1));
                versions.note(jobId, closed.version());
            }
        });
    }

    /** Drops what was told of more than {@link #KEPT} before. */
    public void forgetBefore(Instant now) {
        long oldest = now.minus(KEPT).toEpochMilli();
        change(() -> {
            writer.deleteDocuments(LongPoint.newRangeQuery(JobDocument.TOLD, Long.MIN_VALUE, oldest - 1));
            readers.maybeRefreshBlocking();
        });
    }

    /** A job by its id. */
    public Optional<RecentJob> find(String jobId) {
        try (RecentJobsView view = view()) {
            return view.find(jobId);
        }
    }

    /**
     * About how many jobs are held: of one that has changed, both versions may count. Costs nothing, while to be exact is to make all that
     * came ready to be searched.
     */
    public int count() {
        return failed ? size() : writer.getDocStats().numDocs;
    }

    /** Number of jobs held. */
    public int size() {
        try (RecentJobsView view = view()) {
            return view.size();
        }
    }

    /** Whether everything is held that was to be; false once the disk has failed. */
    public boolean isWhole() {
        return !failed;
    }

    /** All jobs as they are now; to be closed after use. */
    public RecentJobsView view() {
        change(readers::maybeRefreshBlocking);
        try {
            DirectoryReader reader = readers.acquire();
            return new RecentJobsView(reader, () -> readers.release(reader));
        } catch (IOException e) {
            throw new UncheckedIOException("recent jobs not read", e);
        }
    }

    @Override
    public void close() {
        try {
            versions.close();
            readers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            Log.debugf(e, "index not closed, but removed all the same");
        } finally {
            scratch.close();
        }
    }

    private void change(Change change) {
        if (failed) {
            return;
        }
        try {
            change.run();
            if (versions.unseen() >= MOST_UNSEEN) {
                readers.maybeRefreshBlocking();
            }
        } catch (IOException | AlreadyClosedException e) {
            fail(e);
        }
    }

    private synchronized void fail(Exception cause) {
        if (!failed) {
            failed = true;
            Throwable first = writer.getTragicException() == null ? cause : writer.getTragicException();
            Log.errorf(
                    "recent jobs are no longer stored, previews are incomplete until a restart; is the disk full? path=%s cause=%s",
                    scratch.path(), first);
        }
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig(null)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergeScheduler(merges)
                .setCommitOnClose(false);
    }

    static Term idOf(String jobId) {
        return new Term(JobDocument.ID, jobId);
    }

    private interface Change {
        void run() throws IOException;
    }
}
