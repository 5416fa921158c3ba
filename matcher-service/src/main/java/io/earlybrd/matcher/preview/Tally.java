package io.earlybrd.matcher.preview;

import io.earlybrd.matcher.match.Requirement;
import io.earlybrd.matcher.recent.JobSegment;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/** What has been counted so far, segment by segment. */
final class Tally {

    private final Newest newest;
    private final Newest newestMisses;
    private final Arrivals arrivals;
    private final Map<Requirement, Integer> misses = new LinkedHashMap<>();
    private final Map<Requirement, Silence> silences = new LinkedHashMap<>();
    private int count;
    private int backfilled;
    private int gained;
    private int lost;
    private int unjudged;

    Tally(Question question, Instant now) {
        newest = new Newest(question.jobs());
        newestMisses = new Newest(question.nearMisses());
        arrivals = new Arrivals(JobSegment.micros(now));
    }

    /** Notes that the sources were read at that time, in microseconds. */
    void watchedSince(long seen) {
        arrivals.watchedSince(seen);
    }

    /** Counts the jobs of a segment. */
    void add(JobSegment segment, SegmentVerdicts verdicts) throws IOException {
        unjudged += verdicts.unjudged();
        FixedBitSet matching = verdicts.matching();
        NumericDocValues seen = segment.seen();
        NumericDocValues backfill = segment.backfill();
        for (int job = SegmentVerdicts.next(matching, 0);
                job != JobSegment.NONE;
                job = SegmentVerdicts.next(matching, job + 1)) {
            seen.advanceExact(job);
            backfill.advanceExact(job);
            newest.offer(segment, job, seen.longValue(), null);
            count++;
            if (backfill.longValue() == 0) {
                arrivals.add(seen.longValue());
            } else {
                backfilled++;
            }
        }
        for (Map.Entry<Requirement, FixedBitSet> missed : verdicts.nearMisses().entrySet()) {
            addMisses(segment, missed.getKey(), missed.getValue());
        }
        for (Map.Entry<Requirement, FixedBitSet> unknown : verdicts.unknown().entrySet()) {
            FixedBitSet missed = verdicts.nearMisses().get(unknown.getKey());
            int all = unknown.getValue().cardinality();
            int passing = (int) FixedBitSet.intersectionCount(unknown.getValue(), matching);
            silences.merge(
                    unknown.getKey(),
                    new Silence(
                            matching.cardinality() + (missed == null ? 0 : missed.cardinality()),
                            passing,
                            all - passing),
                    Silence::plus);
        }
    }

    /** Counts what the saved version finds otherwise. */
    void compare(FixedBitSet matching, FixedBitSet savedMatching) {
        gained += matching.cardinality() - (int) FixedBitSet.intersectionCount(matching, savedMatching);
        lost += savedMatching.cardinality() - (int) FixedBitSet.intersectionCount(matching, savedMatching);
    }

    int count() {
        return count;
    }

    int unjudged() {
        return unjudged;
    }

    int backfilled() {
        return backfilled;
    }

    List<Newest.Entry> newest() {
        return newest.inOrder();
    }

    List<Newest.Entry> newestMisses() {
        return newestMisses.inOrder();
    }

    int watchedDays() {
        return arrivals.watchedDays();
    }

    PreviewAnswer.Forecast forecast() {
        return arrivals.forecast();
    }

    PreviewAnswer.Change change() {
        return new PreviewAnswer.Change(gained, lost);
    }

    /** What each clause costs, the most expensive first. */
    List<PreviewAnswer.Cost> costs() {
        return misses.entrySet().stream()
                .filter(missed -> missed.getValue() > 0)
                .sorted(Map.Entry.<Requirement, Integer>comparingByValue().reversed())
                .map(missed -> new PreviewAnswer.Cost(
                        missed.getKey().kind(),
                        missed.getKey().text(),
                        missed.getValue(),
                        missed.getKey().otherWords()))
                .toList();
    }

    /** What jobs leave unsaid that a filter asks for, in the order of the filters. */
    List<PreviewAnswer.Unstated> unstated() {
        return silences.entrySet().stream()
                .filter(silence ->
                        silence.getValue().passing() + silence.getValue().missed() > 0)
                .map(silence -> new PreviewAnswer.Unstated(
                        silence.getKey().kind(),
                        silence.getKey().text(),
                        silence.getValue().fitting(),
                        silence.getValue().passing(),
                        silence.getValue().missed()))
                .toList();
    }

    private void addMisses(JobSegment segment, Requirement failed, FixedBitSet jobs) throws IOException {
        misses.merge(failed, jobs.cardinality(), Integer::sum);
        NumericDocValues seen = segment.seen();
        for (int job = SegmentVerdicts.next(jobs, 0);
                job != JobSegment.NONE;
                job = SegmentVerdicts.next(jobs, job + 1)) {
            seen.advanceExact(job);
            newestMisses.offer(segment, job, seen.longValue(), failed);
        }
    }

    /** Jobs that meet all but one filter, and those of them that do not say what it asks for. */
    private record Silence(int fitting, int passing, int missed) {

        Silence plus(Silence more) {
            return new Silence(fitting + more.fitting, passing + more.passing, missed + more.missed);
        }
    }
}
