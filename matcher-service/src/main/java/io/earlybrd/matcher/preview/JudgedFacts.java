package io.earlybrd.matcher.preview;

import io.earlybrd.events.consume.Unquoted;
import io.earlybrd.matcher.match.JobFacts;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Requirement;
import io.earlybrd.matcher.recent.JobSegment;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Asks the engine about each set of facts of a kind once in a segment, however many jobs of it have them. */
final class JudgedFacts {

    /** In place of bits: the engine failed. */
    static final int UNJUDGED = 1 << 31;

    /** From this bit on: the filters whose answer is not known. Few filters read facts of one kind. */
    private static final int UNKNOWN_FROM = 15;

    /** The time is looked at after so many sets of facts. */
    private static final int BETWEEN_LOOKS = 64;

    private final JobFacts kind;
    private final List<Requirement> filters;

    JudgedFacts(JobFacts kind, List<Requirement> filters) {
        this.kind = kind;
        this.filters = filters;
    }

    List<Requirement> filters() {
        return filters;
    }

    /** Whether a filter fails, by what {@link #verdicts} says of the facts; the first filter has number 0. */
    static boolean fails(int verdicts, int filter) {
        return (verdicts & 1 << filter) != 0;
    }

    /** Whether the answer of a filter is not known, by what {@link #verdicts} says of the facts. */
    static boolean isUnknown(int verdicts, int filter) {
        return (verdicts & 1 << UNKNOWN_FROM + filter) != 0;
    }

    /** The number of the facts of each job of a segment; to be asked in ascending order. */
    SortedDocValues numbers(JobSegment segment) throws IOException {
        return segment.facts(kind);
    }

    /**
     * By number of facts, the filters that fail for them and those whose answer is not known, as {@link #fails} and {@link #isUnknown}
     * read it. Not to be used if the deadline has passed.
     *
     * @param jobs whose facts are wanted
     */
    int[] verdicts(JobSegment segment, FixedBitSet jobs, Deadline deadline) throws IOException {
        SortedDocValues facts = numbers(segment);
        FixedBitSet wanted = new FixedBitSet(Math.max(1, facts.getValueCount()));
        for (int job = SegmentVerdicts.next(jobs, 0);
                job != JobSegment.NONE;
                job = SegmentVerdicts.next(jobs, job + 1)) {
            facts.advanceExact(job);
            wanted.set(facts.ordValue());
        }
        int[] verdicts = new int[wanted.length()];
        int looked = 0;
        // In their order, in which they are cheap to read.
        for (int number = SegmentVerdicts.next(wanted, 0);
                number != JobSegment.NONE;
                number = SegmentVerdicts.next(wanted, number + 1)) {
            if (++looked % BETWEEN_LOOKS == 0 && deadline.passed()) {
                return verdicts;
            }
            verdicts[number] = verdict(segment, facts.lookupOrd(number));
        }
        return verdicts;
    }

    private int verdict(JobSegment segment, BytesRef facts) throws IOException {
        try {
            JobText known = segment.known(kind, facts);
            int bits = 0;
            for (int i = 0; i < filters.size(); i++) {
                bits |= filters.get(i).isMetBy(known) ? 0 : 1 << i;
                bits |= filters.get(i).isUnknownOf(known) ? 1 << UNKNOWN_FROM + i : 0;
            }
            return bits;
        } catch (RuntimeException e) {
            // Jobs that cannot be judged must not cost the page the others.
            Log.warnf(Unquoted.of(e), "facts of jobs not judged kind=%s", kind);
            return UNJUDGED;
        }
    }
}
