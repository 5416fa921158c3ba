package io.earlybrd.matcher.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.earlybrd.matcher.match.Condition;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Whereabouts;
import io.earlybrd.matcher.place.Fit;
import io.earlybrd.matcher.place.PlaceWish;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The conditions of all alerts besides words and employers, each equal one once, as numbers from 0: thousands of alerts want Berlin or 60,000
 * euros, and a job has to be asked that once only. What is found out about the place of a job holds for the next job there. Never
 * forgotten; a restart begins anew. One thread adds at a time.
 */
final class ConditionTable {

    /** What every job meets. */
    static final int NOTHING_ASKED = 0;

    /** Places of jobs of which the answers are kept; they take a quarter of a byte for each condition. */
    private static final int PLACES_REMEMBERED = 1 << 11;

    private final Map<Asked, Integer> numbers = new HashMap<>();
    private final Cache<Whereabouts, PlaceAnswers> remembered =
            Caffeine.newBuilder().maximumSize(PLACES_REMEMBERED).build();
    private volatile Asked[] asked = new Asked[16];

    ConditionTable() {
        numberOf(new Nothing());
    }

    /** The number of a condition that is not about places. */
    int numberOf(Condition condition) {
        return numberOf(new Filter(condition));
    }

    /**
     * The number of the condition that a job is in a wished place.
     *
     * @param remotePasses whether jobs that can be done remotely from there will do
     * @param known whether it must be known to be there; else it suffices that it may be
     */
    int numberOf(PlaceWish wish, boolean remotePasses, boolean known) {
        return numberOf(new InPlace(wish, remotePasses, known));
    }

    /** What is known of the place of a job. */
    PlaceAnswers answersFor(JobText job) {
        return remembered.get(job.whereabouts(), PlaceAnswers::new);
    }

    /**
     * Whether a job meets the condition of this number.
     *
     * @param answers for the place of the job
     */
    boolean isMet(int number, JobText job, PlaceAnswers answers) {
        Asked condition = asked[number];
        return condition instanceof InPlace place ? answers.answer(number, place) : condition.isMetBy(job);
    }

    private int numberOf(Asked condition) {
        return numbers.computeIfAbsent(condition, this::add);
    }

    private int add(Asked added) {
        int number = numbers.size();
        Asked[] all = number == asked.length ? Arrays.copyOf(asked, number * 2) : asked;
        all[number] = added;
        asked = all;
        return number;
    }

    /** What may be asked of a job. */
    private sealed interface Asked {

        boolean isMetBy(JobText job);
    }

    private record Nothing() implements Asked {

        @Override
        public boolean isMetBy(JobText job) {
            return true;
        }
    }

    private record Filter(Condition condition) implements Asked {

        @Override
        public boolean isMetBy(JobText job) {
            return condition.isMetBy(job);
        }
    }

    /** That a job is in a place. */
    record InPlace(PlaceWish wish, boolean remotePasses, boolean known) implements Asked {

        @Override
        public boolean isMetBy(JobText job) {
            return isMetBy(job.whereabouts());
        }

        boolean isMetBy(Whereabouts whereabouts) {
            Fit fit = whereabouts.fit(wish, remotePasses);
            return known ? fit == Fit.YES : fit != Fit.NO;
        }
    }
}
