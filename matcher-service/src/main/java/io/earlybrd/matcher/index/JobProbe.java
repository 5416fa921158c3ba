package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.Scope;
import java.util.List;

/** Looks for the alerts that a job is for. Used for one job after the other, by one thread at a time. */
final class JobProbe {

    private final Vocabulary vocabulary;
    private final ConditionTable conditions;
    private final JobFeatures features = new JobFeatures();
    private final Marks marks = new Marks(this::satisfies);
    private final Candidates candidates = new Candidates();
    private final FoundAlerts found = new FoundAlerts();

    private JobText job;
    private PlaceAnswers places;

    JobProbe(Vocabulary vocabulary, ConditionTable conditions) {
        this.vocabulary = vocabulary;
        this.conditions = conditions;
    }

    /** Takes the next job. */
    void begin(JobText next) {
        job = next;
        places = conditions.answersFor(next);
        features.clear();
        features.mark(Vocabulary.ANY_JOB);
        vocabulary.mark(next.title(), Scope.TEXT, features);
        vocabulary.mark(next.title(), Scope.TITLE, features);
        vocabulary.mark(next.body(), Scope.TEXT, features);
        vocabulary.mark(next.company(), Scope.COMPANY, features);
        vocabulary.markCompany(next.comparableCompany(), features);
        vocabulary.markWishes(places, features);
        marks.take(features, places);
    }

    /** The features of the job. */
    JobFeatures features() {
        return features;
    }

    /** Finds the alerts that the job is for, in no order. */
    List<FoundAlert> search(Postings postings) {
        found.clear();
        candidates.sift(postings, features, marks, found);
        found.makeRoom(candidates.size());
        for (int shape = 0; shape < Shape.COUNT; shape++) {
            judge(shape);
        }
        return found.toList();
    }

    /** Judges the candidates whose records have one shape. */
    private void judge(int shape) {
        long[] group = candidates.group(shape);
        int satisfied = keepSatisfied(group, candidates.count(shape), shape);
        for (int i = 0; i < satisfied; i++) {
            int[] list = candidates.list(group[i]);
            int record = Candidates.record(group[i]);
            if (!Shape.hasFeatures(shape) || isJudgedHere(list, record, shape, candidates.feature(group[i]))) {
                found.add(list[record], 1);
            }
        }
    }

    /** Moves those whose code the job satisfies to the front of their group; how many they are. */
    private int keepSatisfied(long[] group, int count, int shape) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int[] list = candidates.list(group[i]);
            int record = Candidates.record(group[i]);
            int code = PostingList.code(record, shape);
            int end = PostingList.endOfCode(list, record, shape);
            group[kept] = group[i];
            kept += Shape.isPlain(shape)
                    ? marks.satisfyAll(list, code, end)
                    : Program.holds(list, code, end, marks) ? 1 : 0;
        }
        return kept;
    }

    /** Whether the list of this feature is the first of those that a candidate is in and the job is looked for in. */
    private boolean isJudgedHere(int[] list, int record, int shape, int feature) {
        int first = PostingList.endOfCode(list, record, shape) + 1;
        while (list[first] != feature && !features.has(list[first])) {
            first++;
        }
        return list[first] == feature;
    }

    /** Whether the job satisfies a part of a program that is a feature, a condition, or that it lacks a feature. */
    boolean satisfies(int part) {
        int number = Program.number(part);
        return switch (Program.kind(part)) {
            case Program.FEATURE -> features.has(number);
            case Program.LACKS -> !features.has(number);
            default -> meets(number);
        };
    }

    private boolean meets(int condition) {
        return ConditionTable.isWish(condition)
                ? places.test(ConditionTable.number(condition))
                : conditions.isMet(condition, job);
    }
}
