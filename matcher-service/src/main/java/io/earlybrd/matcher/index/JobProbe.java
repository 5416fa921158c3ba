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
    private PlaceAnswers places;
    private byte[] answers = new byte[1 << 10];
    private int[] askedConditions = new int[1 << 8];
    private int asked;
    private int[] room = new int[1 << 9];
    private int[] slots = new int[1 << 8];
    private int found;

    JobProbe(Vocabulary vocabulary, ConditionTable conditions) {
        this.vocabulary = vocabulary;
        this.conditions = conditions;
    }

    JobFeatures features() {
        return features;
    }

    /** Room for all features of the job. */
    int[] room() {
        if (room.length < features.size()) {
            room = new int[features.size() + (features.size() >> 1)];
        }
        return room;
    }

    /** Takes the next job. */
    void begin(JobText next) {
        job = next;
        places = conditions.answersFor(next);
        for (int i = 0; i < asked; i++) {
            answers[askedConditions[i]] = UNASKED;
        }
        asked = 0;
        found = 0;
        features.clear();
        features.mark(Vocabulary.ANY_JOB);
        vocabulary.mark(next.title(), Scope.TEXT, features);
        vocabulary.mark(next.title(), Scope.TITLE, features);
        vocabulary.mark(next.body(), Scope.TEXT, features);
        vocabulary.mark(next.company(), Scope.COMPANY, features);
        vocabulary.markCompany(next.comparableCompany(), features);
    }

    /** Notes which of the alerts that are filed under a feature of the job it is for. */
    void search(int feature, int[] list) {
        int groups = Postings.groups(list);
        for (int group = 0; group < groups; group++) {
            if (test(Postings.condition(list, group))) {
                searchGroup(feature, list, Postings.begin(list, group), Postings.end(list, group));
            }
        }
    }

    private void searchGroup(int feature, int[] list, int begin, int end) {
        int next;
        for (int at = begin; at < end; at = next) {
            int code = Postings.code(list, at);
            next = Postings.next(list, at);
            if (Program.holds(list, code, next, features, this)
                    && !Program.isJudgedElsewhere(list, code, next, feature, features)) {
                note(Postings.slot(list, at));
            }
        }
    }

    /** How many alerts were found. */
    int found() {
        return found;
    }

    /** Their slots, the first {@link #found}; until the next job begins. */
    int[] slots() {
        return slots;
    }

    /** Whether the job meets a condition; it is asked once. */
    @Override
    public boolean test(int condition) {
        return ConditionTable.isWish(condition) ? places.test(condition) : testFilter(condition);
    }

    private boolean testFilter(int condition) {
        byte answer = condition < answers.length ? answers[condition] : UNASKED;
        return answer == UNASKED ? ask(condition) : answer == MET;
    }

    private boolean ask(int condition) {
        // Fails for a number that is none, as what is half changed may look to a reader; so that takes no room.
        boolean met = conditions.isMet(condition, job);
        if (condition >= answers.length) {
            answers = Arrays.copyOf(answers, Math.max(condition + 1, answers.length * 2));
        }
        if (asked == askedConditions.length) {
            askedConditions = Arrays.copyOf(askedConditions, asked * 2);
        }
        askedConditions[asked++] = condition;
        answers[condition] = met ? MET : NOT_MET;
        return met;
    }

    private void note(int slot) {
        if (found == slots.length) {
            slots = Arrays.copyOf(slots, found * 2);
        }
        slots[found++] = slot;
    }
}
