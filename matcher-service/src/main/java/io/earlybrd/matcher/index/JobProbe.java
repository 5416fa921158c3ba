package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.Scope;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** What is known of one job while its alerts are looked for. Used for one job after the other, by one thread at a time. */
final class JobProbe implements IntPredicate {

    private static final byte UNASKED = 0;
    private static final byte MET = 1;
    private static final byte NOT_MET = 2;

    private final Vocabulary vocabulary;
    private final ConditionTable conditions;
    private final JobFeatures features = new JobFeatures();

    private JobText job;
    private byte[] answers = new byte[1 << 10];
    private int[] askedConditions = new int[1 << 8];
    private int asked;
    private int[] slots = new int[1 << 8];
    private int found;

    JobProbe(Vocabulary vocabulary, ConditionTable conditions) {
        this.vocabulary = vocabulary;
        this.conditions = conditions;
    }

    JobFeatures features() {
        return features;
    }

    /** Takes the next job. */
    void begin(JobText next) {
        job = next;
        for (int i = 0; i < asked; i++) {
            answers[askedConditions[i]] = UNASKED;
        }
        asked = 0;
        found = 0;
        features.clear();
        vocabulary.mark(next.title(), Scope.TEXT, features);
        vocabulary.mark(next.title(), Scope.TITLE, features);
        vocabulary.mark(next.body(), Scope.TEXT, features);
        vocabulary.mark(next.company(), Scope.COMPANY, features);
        vocabulary.markCompany(next.comparableCompany(), features);
    }

    /** Notes which of the alerts in the list of a feature that the job has are satisfied. */
    void searchFeature(int feature, int[] list) {
        int end = Postings.end(list);
        for (int at = Postings.FIRST; at < end; at = Postings.next(list, at)) {
            int code = Postings.code(list, at);
            int next = Postings.next(list, at);
            if (Program.holds(list, code, next, features, this)
                    && !Program.isJudgedElsewhere(list, code, next, feature, features)) {
                note(Postings.slot(list, at));
            }
        }
    }

    /** Notes which of the alerts in the list of a condition are satisfied, if the job meets it. */
    void searchCondition(int condition, int[] list) {
        int end = Postings.end(list);
        if (end == Postings.FIRST || !test(condition)) {
            return;
        }
        for (int at = Postings.FIRST; at < end; at = Postings.next(list, at)) {
            if (Program.holds(list, Postings.code(list, at), Postings.next(list, at), features, this)) {
                note(Postings.slot(list, at));
            }
        }
    }

    /** How many alerts were found. */
    int found() {
        return found;
    }

    /** The slot of one of them. */
    int slot(int i) {
        return slots[i];
    }

    /** Whether the job meets a condition; it is asked once. */
    @Override
    public boolean test(int condition) {
        if (condition >= answers.length) {
            answers = Arrays.copyOf(answers, Math.max(condition + 1, answers.length * 2));
        }
        if (answers[condition] == UNASKED) {
            boolean met = conditions.isMet(condition, job);
            if (asked == askedConditions.length) {
                askedConditions = Arrays.copyOf(askedConditions, asked * 2);
            }
            askedConditions[asked++] = condition;
            answers[condition] = met ? MET : NOT_MET;
        }
        return answers[condition] == MET;
    }

    private void note(int slot) {
        if (slot == Postings.DEAD) {
            return;
        }
        if (found == slots.length) {
            slots = Arrays.copyOf(slots, found * 2);
        }
        slots[found++] = slot;
    }
}
