package io.earlybrd.matcher.recent;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.JobFacts;
import io.earlybrd.matcher.match.JobText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Some of the recent jobs, numbered from 0. */
public final class JobSegment {

    /** No job. */
    public static final int NONE = DocIdSetIterator.NO_MORE_DOCS;

    private final LeafReader reader;

    JobSegment(LeafReaderContext leaf) {
        reader = leaf.reader();
    }

    /** A time as the index holds it: in microseconds since 1970. */
    public static long micros(Instant instant) {
        return JobDocument.micros(instant);
    }

    /** One more than the highest number of a job. */
    public int size() {
        return reader.maxDoc();
    }

    /** The jobs that were first seen since then. */
    public Seen seenSince(Instant since) throws IOException {
        long from = JobDocument.micros(since);
        long oldest = Long.MAX_VALUE;
        FixedBitSet jobs = new FixedBitSet(size());
        Bits live = reader.getLiveDocs();
        NumericDocValues seen = numbers(JobDocument.SEEN);
        for (int job = seen.nextDoc(); job != NONE; job = seen.nextDoc()) {
            long at = seen.longValue();
            if (at >= from && (live == null || live.get(job))) {
                jobs.set(job);
                oldest = Math.min(oldest, at);
            }
        }
        return new Seen(jobs, oldest);
    }

    /** When each job was first seen, in microseconds; to be asked in ascending order. */
    public NumericDocValues seen() throws IOException {
        return numbers(JobDocument.SEEN);
    }

    /** 1 for each job that was open before its source was first read; to be asked in ascending order. */
    public NumericDocValues backfill() throws IOException {
        return numbers(JobDocument.BACKFILL);
    }

    /** The id of a job. */
    public String id(int job) {
        try {
            BinaryDocValues ids = reader.getBinaryDocValues(JobDocument.ID);
            ids.advanceExact(job);
            return ids.binaryValue().utf8ToString();
        } catch (IOException e) {
            throw new UncheckedIOException("job not read", e);
        }
    }

    /** The words of these jobs. */
    public WordsOfSegment words() {
        return new WordsOfSegment(reader);
    }

    /** For each job the number of its facts, which equal facts share; to be asked in ascending order. */
    public SortedDocValues facts(JobFacts facts) throws IOException {
        return reader.getSortedDocValues(JobDocument.column(facts));
    }

    /** Some facts, as {@link #facts} holds them, as a job of which nothing else is known. */
    public JobText known(JobFacts facts, BytesRef written) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(written.bytes, written.offset, written.length);
        if (rest.get() == JobDocument.LOOK_INTO_JOB) {
            int job = find(StandardCharsets.UTF_8.decode(rest).toString());
            return JobText.of(read(job).posted());
        }
        return facts.read(rest);
    }

    /** A job as it was posted. */
    public RecentJob read(int job) throws IOException {
        byte[] json =
                reader.storedFields().document(job, Set.of(JobDocument.JOB)).getBinaryValue(JobDocument.JOB).bytes;
        return new RecentJob(version(job), number(JobDocument.CLOSED, job) != 0, EventJson.read(json, JobPosted.class));
    }

    int find(String jobId) throws IOException {
        PostingsEnum found = reader.postings(RecentJobs.idOf(jobId), PostingsEnum.NONE);
        Bits live = reader.getLiveDocs();
        int job = found == null ? NONE : found.nextDoc();
        while (job != NONE && live != null && !live.get(job)) {
            job = found.nextDoc();
        }
        return job;
    }

    long version(int job) throws IOException {
        return number(JobDocument.VERSION, job);
    }

    private long number(String field, int job) throws IOException {
        NumericDocValues numbers = numbers(field);
        numbers.advanceExact(job);
        return numbers.longValue();
    }

    private NumericDocValues numbers(String field) throws IOException {
        return reader.getNumericDocValues(field);
    }

    /**
     * Jobs that were first seen since some time.
     *
     * @param oldest when the first of them was, in microseconds; later than any time if there is none
     */
    public record Seen(FixedBitSet jobs, long oldest) {}
}
