package io.earlybrd.matcher.preview;

import io.earlybrd.events.consume.Unquoted;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Requirement;
import io.earlybrd.matcher.recent.JobSegment;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.SortedDocValues;

/** Asks the engine about each set of facts once, however many jobs have it. */
final class JudgedFacts {

    /** In place of bits: the engine failed. */
    static final int UNJUDGED = 1 << 31;

    private static final int NOT_ASKED = -1;

    private final JobSegment segment;
    private final SortedDocValues facts;
    private final List<Requirement> filters;
    /** By number of facts. */
    private final int[] failed;

    JudgedFacts(JobSegment segment, SortedDocValues facts, List<Requirement> filters) {
        this.segment = segment;
        this.facts = facts;
        this.filters = filters;
        failed = new int[facts.getValueCount()];
        Arrays.fill(failed, NOT_ASKED);
    }

    /** The filters that fail for the facts at which they stand: a bit for each, the first lowest. */
    int failed() throws IOException {
        int number = facts.ordValue();
        if (failed[number] == NOT_ASKED) {
            failed[number] = ask();
        }
        return failed[number];
    }

    private int ask() throws IOException {
        int bits = 0;
        try {
            JobText known = segment.known(facts);
            for (int i = 0; i < filters.size(); i++) {
                bits |= filters.get(i).isMetBy(known) ? 0 : 1 << i;
            }
            return bits;
        } catch (RuntimeException e) {
            // Jobs that cannot be judged must not cost the page the others.
            Log.warnf(Unquoted.of(e), "job not previewed jobId=%s", segment.id(facts.docID()));
            return UNJUDGED;
        }
    }
}
