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
import java.util.Optional;

/**
 * The conditions of all alerts besides words and employers, each equal one once, as numbers from 0: thousands of alerts want Berlin or 60,000
 * euros, and a job has to be asked that once only. What is found out about the place of a job holds for the next job there. Never
 * forgotten; a restart begins anew. One thread adds at a time.
 */
final class ConditionTable {

    /** What every job meets. */
    static final int NOTHING_ASKED = 0;

    /** Places of jobs of which the answers are kept; they take a quarter of a byte for each wish. */
    private static final int PLACES_REMEMBERED = 1 << 11;

    private final Numbered<Filter> filters = new Numbered<>();
    private final Numbered<Wish> wishes = new Numbered<>();
    private final Cache<Whereabouts, PlaceAnswers> remembered =
            Caffeine.newBuilder().maximumSize(PLACES_REMEMBERED).build();

    ConditionTable() {
        filters.numberOf(new Filter(Optional.empty()));
    }

    /** The number of a condition that is not about places. */
    int numberOf(Condition condition) {
        return filters.numberOf(new Filter(Optional.of(condition))) << 1;
    }

    /**
     * The number of the condition that a job is in a wished place.
     *
     * @param remotePasses whether jobs that can be done remotely from there will do
     * @param known whether it must be known to be there; else it suffices that it may be
     */
    int numberOf(PlaceWish wish, boolean remotePasses, boolean known) {
        return wishes.numberOf(new Wish(wish, remotePasses, known)) << 1 | 1;
    }

    /** Whether a condition is that a job is in a wished place, so that {@link #answersFor} has the answer. */
    static boolean isWish(int condition) {
        return (condition & 1) != 0;
    }

    /** Whether jobs in the place of this one meet the wishes for places. */
    PlaceAnswers answersFor(JobText job) {
        return remembered.get(
                job.whereabouts(),
                whereabouts -> new PlaceAnswers(number -> wishes.get(number).isMetBy(whereabouts)));
    }

    /** Whether a job meets a condition that is not about places. */
    boolean isMet(int condition, JobText job) {
        return filters.get(condition >> 1).isMetBy(job);
    }

    /** Numbers for what is asked, from 0. */
    private static final class Numbered<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private volatile Object[] asked = new Object[16];

        int numberOf(T one) {
            return numbers.computeIfAbsent(one, this::add);
        }

        @SuppressWarnings("unchecked")
        T get(int number) {
            return (T) asked[number];
        }

        private int add(T added) {
            int number = numbers.size();
            Object[] all = number == asked.length ? Arrays.copyOf(asked, number * 2) : asked;
            all[number] = added;
            asked = all;
            return number;
        }
    }

    private record Filter(Optional<Condition> condition) {

        boolean isMetBy(JobText job) {
            return condition.isEmpty() || condition.get().isMetBy(job);
        }
    }

    private record Wish(PlaceWish place, boolean remotePasses, boolean known) {

        boolean isMetBy(Whereabouts whereabouts) {
            Fit fit = whereabouts.fit(place, remotePasses);
            return known ? fit == Fit.YES : fit != Fit.NO;
        }
    }
}
