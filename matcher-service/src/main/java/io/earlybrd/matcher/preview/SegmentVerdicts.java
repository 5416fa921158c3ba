package io.earlybrd.matcher.preview;

import io.earlybrd.matcher.match.Requirement;
import io.earlybrd.matcher.recent.JobSegment;
import io.earlybrd.matcher.recent.WordsOfSegment;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * How the requirements of an alert judge the jobs of a segment: which jobs meet all of them, and which all but one. The words are judged
 * for all jobs at once, from the index; then the filters, by asking the engine about each set of facts that occurs in the jobs that are
 * left. What fails a requirement without which there is no alert is no near miss.
 */
final class SegmentVerdicts {

    private final JobSegment segment;
    private final Deadline deadline;
    /** Jobs that fail one requirement at most, as far as they were asked. */
    private final FixedBitSet left;
    /** Jobs that fail one. */
    private final FixedBitSet failingOne;

    private final Map<Requirement, FixedBitSet> failing = new LinkedHashMap<>();
    private final Map<Requirement, FixedBitSet> unknown = new LinkedHashMap<>();
    private int unjudged;

    private SegmentVerdicts(JobSegment segment, FixedBitSet jobs, Deadline deadline) {
        this.segment = segment;
        this.deadline = deadline;
        left = jobs.clone();
        failingOne = new FixedBitSet(jobs.length());
    }

    /** Judges these jobs; not to be used if the deadline has passed meanwhile. */
    static SegmentVerdicts of(JobSegment segment, FixedBitSet jobs, Judge judge, Deadline deadline) throws IOException {
        SegmentVerdicts verdicts = new SegmentVerdicts(segment, jobs, deadline);
        verdicts.judgeWords(judge.words());
        for (JudgedFacts facts : judge.filters()) {
            if (!deadline.passed()) {
                verdicts.judge(facts);
            }
        }
        return verdicts;
    }

    /** The next of some jobs, from that number on; {@link JobSegment#NONE} if there is none. */
    static int next(FixedBitSet jobs, int from) {
        return from < jobs.length() ? jobs.nextSetBit(from) : JobSegment.NONE;
    }

    /** Jobs that meet all. */
    FixedBitSet matching() {
        FixedBitSet matching = left.clone();
        matching.andNot(failingOne);
        return matching;
    }

    /** Jobs that meet all but one, by that one. */
    Map<Requirement, FixedBitSet> nearMisses() {
        failing.values().forEach(jobs -> jobs.and(left));
        return failing;
    }

    /**
     * Jobs that do not say what a filter asks for, by that filter: those that are matched all the same, and those that are missed for
     * that alone.
     */
    Map<Requirement, FixedBitSet> unknown() {
        FixedBitSet matching = matching();
        Map<Requirement, FixedBitSet> misses = nearMisses();
        unknown.forEach((filter, jobs) -> {
            FixedBitSet fitOtherwise = matching.clone();
            if (misses.containsKey(filter)) {
                fitOtherwise.or(misses.get(filter));
            }
            jobs.and(fitOtherwise);
        });
        return unknown;
    }

    /** How many jobs could not be judged. */
    int unjudged() {
        return unjudged;
    }

    private void judgeWords(List<Requirement> parts) {
        WordsOfSegment words = segment.words();
        for (Requirement part : parts) {
            if (deadline.passed()) {
                return;
            }
            FixedBitSet fail = left.clone();
            fail.andNot(words.meeting(part.words().orElseThrow(), deadline::passed));
            note(part, fail);
        }
    }

    private void judge(JudgedFacts facts) throws IOException {
        int[] verdictsByFacts = facts.verdicts(segment, left, deadline);
        List<Requirement> filters = facts.filters();
        List<FixedBitSet> fails =
                filters.stream().map(filter -> new FixedBitSet(left.length())).toList();
        List<FixedBitSet> silent =
                filters.stream().map(filter -> new FixedBitSet(left.length())).toList();
        SortedDocValues numbers = facts.numbers(segment);
        for (int job = next(left, 0); job != JobSegment.NONE; job = next(left, job + 1)) {
            numbers.advanceExact(job);
            int verdicts = verdictsByFacts[numbers.ordValue()];
            if (verdicts == JudgedFacts.UNJUDGED) {
                left.clear(job);
                unjudged++;
                continue;
            }
            for (int i = 0; i < filters.size(); i++) {
                if (JudgedFacts.fails(verdicts, i)) {
                    fails.get(i).set(job);
                }
                if (JudgedFacts.isUnknown(verdicts, i)) {
                    silent.get(i).set(job);
                }
            }
        }
        for (int i = 0; i < filters.size(); i++) {
            note(filters.get(i), fails.get(i));
            unknown.put(filters.get(i), silent.get(i));
        }
    }

    private void note(Requirement requirement, FixedBitSet jobs) {
        jobs.and(left);
        if (!requirement.isDispensable()) {
            left.andNot(jobs);
            return;
        }
        FixedBitSet failingTwo = jobs.clone();
        failingTwo.and(failingOne);
        left.andNot(failingTwo);
        failingOne.or(jobs);
        failing.put(requirement, jobs);
    }
}
