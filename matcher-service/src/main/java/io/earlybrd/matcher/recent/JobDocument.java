package io.earlybrd.matcher.recent;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.match.JobFacts;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.Scope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** What the index holds of a job. */
final class JobDocument {

    /** The job's id: as a term to find it by, and as a value to sort by. */
    static final String ID = "id";

    static final String TITLE = "title";
    static final String BODY = "body";
    static final String COMPANY = "company";

    /** When it was told of, in milliseconds. */
    static final String TOLD = "told";

    /** When it was first seen, in microseconds. */
    static final String SEEN = "seen";

    static final String VERSION = "version";
    static final String BACKFILL = "backfill";
    static final String CLOSED = "closed";

    /** What was posted, as JSON. */
    static final String JOB = "job";

    /** Begins facts. */
    static final byte FACTS = 1;

    /** Begins what stands in place of facts that are too long for a column; the job's id follows. */
    static final byte LOOK_INTO_JOB = 0;

    /** In bytes; a column's values have a limit of 32,766. */
    private static final int LONGEST_FACTS = 8_000;

    private static final long MICROS = 1_000_000;
    /** Keeps microseconds within a long; some 285,000 years around 1970. */
    private static final long FARTHEST_SECOND = Long.MAX_VALUE / MICROS - 1;

    private static final FieldType WORDS = words();

    private JobDocument() {}

    static Document of(JobPosted job, Instant toldAt) {
        JobText text = JobText.of(job);
        Document document = new Document();
        document.add(new StringField(ID, job.jobId(), Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(job.jobId())));
        document.add(new Field(TITLE, new IndexedTerms(text.title()), WORDS));
        document.add(new Field(BODY, new IndexedTerms(text.body()), WORDS));
        document.add(new Field(COMPANY, new IndexedTerms(text.company()), WORDS));
        document.add(new LongPoint(TOLD, toldAt.toEpochMilli()));
        document.add(new NumericDocValuesField(SEEN, micros(job.times().firstSeenAt())));
        document.add(new NumericDocValuesField(VERSION, job.version()));
        document.add(new NumericDocValuesField(BACKFILL, job.backfill() ? 1 : 0));
        document.add(new NumericDocValuesField(CLOSED, 0));
        for (JobFacts facts : JobFacts.values()) {
            document.add(new SortedDocValuesField(column(facts), facts(facts, text)));
        }
        document.add(new StoredField(JOB, EventJson.writeBytes(job)));
        return document;
    }

    static String column(JobFacts facts) {
        return facts.name().toLowerCase(Locale.ROOT);
    }

    /** The fields in which a term of this scope is looked for. */
    static String[] fields(Scope scope) {
        return switch (scope) {
            case TITLE -> new String[] {TITLE};
            case COMPANY -> new String[] {COMPANY};
            case TEXT -> new String[] {TITLE, BODY};
        };
    }

    static long micros(Instant instant) {
        long second = Math.max(-FARTHEST_SECOND, Math.min(FARTHEST_SECOND, instant.getEpochSecond()));
        return second * MICROS + instant.getNano() / 1_000;
    }

    private static BytesRef facts(JobFacts facts, JobText job) {
        byte[] written = facts.write(job);
        return written.length <= LONGEST_FACTS
                ? value(FACTS, written)
                : value(LOOK_INTO_JOB, job.job().jobId().getBytes(StandardCharsets.UTF_8));
    }

    private static BytesRef value(byte kind, byte[] rest) {
        return new BytesRef(ByteBuffer.allocate(Byte.BYTES + rest.length)
                .put(kind)
                .put(rest)
                .array());
    }

    private static FieldType words() {
        FieldType words = new FieldType();
        words.setTokenized(true);
        // Whether a job matches has nothing to do with its length.
        words.setOmitNorms(true);
        words.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        words.freeze();
        return words;
    }
}
