package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.Scope;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
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
    private final Marks marks = new Marks();
    private byte[] answers = new byte[1 << 10];
    private int[] askedConditions = new int[1 << 8];
    private int asked;
    private final Candidates candidates = new Candidates();
    private int[] texts = new int[1 << 8];
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
        places = conditions.answersFor(next);
        for (int i = 0; i < asked; i++) {
            answers[askedConditions[i]] = UNASKED;
            marks.forget(askedConditions[i]);
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
        vocabulary.markWishes(places, features);
        marks.take(features, places);
    }

    /** Finds the alerts that the job is for. */
    void search(Postings postings) {
        candidates.sift(postings, features, marks.known(), this::has);
        for (int i = 0; i < candidates.size(); i++) {
            judge(candidates.list(i), candidates.alert(i), candidates.link(i), candidates.feature(i));
        }
    }

    private void judge(int[] list, int alert, int link, int feature) {
        if (!passes(PostingList.sieve(list, alert), PostingList.choice(list, alert))) {
            return;
        }
        if (link >= 0) {
            int code = PostingList.code(list, link);
            int end = PostingList.end(list, link);
            int endOfParts = Filing.endOfParts(list, code, end);
            if (!Program.holds(list, code, endOfParts, features, this)
                    || Filing.isJudgedElsewhere(list, endOfParts, end, feature, features)) {
                return;
            }
        }
        note(PostingList.text(list, link));
    }

    private boolean passes(int sieve, int choice) {
        byte[] known = marks.known();
        // Most often all is known, so that nothing has to be asked.
        return (Sieve.both(known, sieve) & Sieve.either(known, choice) & Marks.HAS) != 0
                || has(Sieve.first(sieve))
                        && has(Sieve.second(sieve))
                        && (has(Sieve.first(choice)) || has(Sieve.second(choice)));
    }

    private boolean has(int mark) {
        int known = marks.known()[mark];
        return known == Marks.MAY_HAVE ? test(Program.number(Marks.part(mark))) : known != 0;
    }

    /** The alerts that were found. */
    List<FoundAlert> found() {
        return new Found(Arrays.copyOf(texts, found));
    }

    /** Whether the job meets a condition; it is asked once. */
    @Override
    public boolean test(int condition) {
        return ConditionTable.isWish(condition) ? places.test(ConditionTable.number(condition)) : testFilter(condition);
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
        marks.answer(condition, met);
        return met;
    }

    private void note(int text) {
        if (found == texts.length) {
            texts = Arrays.copyOf(texts, found * 2);
        }
        texts[found++] = text;
    }

    /** Objects are made of them when they are asked for. */
    private static final class Found extends AbstractList<FoundAlert> {

        private final int[] texts;

        Found(int[] texts) {
            this.texts = texts;
        }

        @Override
        public FoundAlert get(int index) {
            return new FoundAlert(texts[index]);
        }

        @Override
        public int size() {
            return texts.length;
        }
    }
}
