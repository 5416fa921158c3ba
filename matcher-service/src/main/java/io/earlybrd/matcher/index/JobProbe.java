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
        for (int number = 0; number < candidates.lists(); number++) {
            judge(number);
        }
        return found.toList();
    }

    private void judge(int number) {
        int[] list = candidates.list(number);
        for (int i = candidates.begin(number); i < candidates.end(number); i++) {
            int link = candidates.link(i);
            found.add(PostingList.text(list, link), isFor(list, link, candidates.feature(number)));
        }
    }

    private int isFor(int[] list, int link, int feature) {
        int code = PostingList.code(list, link);
        int end = PostingList.end(list, link);
        int endOfParts = Filing.endOfParts(list, code, end);
        int holds = Program.holds(list, code, endOfParts, marks);
        return Filing.isJudgedElsewhere(list, endOfParts, end, feature, features) ? 0 : holds;
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
