package io.earlybrd.matcher.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.earlybrd.matcher.match.Condition;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Whereabouts;
import io.earlybrd.matcher.place.Fit;
import io.earlybrd.matcher.place.PlaceWish;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The conditions of all alerts besides words and employers, each equal one once, as numbers from 0: thousands of alerts want Berlin or 60,000
 * euros, and a job has to be asked that once only. What is found out about the place of a job holds for the next job there. Never
 * forgotten; a restart begins anew. Safe for concurrent use.
 */
final class ConditionTable {

    /** The number of the wish that every job meets. */
    static final int ANYWHERE = 0;

    /** Places of jobs of which the answers are kept; they take a quarter of a byte for each wish. */
    private static final int PLACES_REMEMBERED = 1 << 11;

    private final Numbered<Condition> filters = new Numbered<>();
    private final Numbered<Wish> wishes = new Numbered<>();
    private final Cache<Whereabouts, PlaceAnswers> remembered = Caffeine.newBuilder()
            .maximumSize(PLACES_REMEMBERED)
            // What is to be done after some reads takes less than to wake another thread for it.
            .executor(Runnable::run)
            .build();

    ConditionTable() {
        wishes.numberOf(new Wish(Optional.empty(), true, false));
    }

    /** The number of a condition that is not about places. */
    int numberOf(Condition condition) {
        return filter(filters.numberOf(condition));
    }

    /**
     * The number of the condition that a job is in a wished place.
     *
     * @param remotePasses whether jobs that can be done remotely from there will do
     * @param known whether it must be known to be there; else it suffices that it may be
     */
    int numberOf(PlaceWish wish, boolean remotePasses, boolean known) {
        return wish(wishes.numberOf(new Wish(Optional.of(wish), remotePasses, known)));
    }

    /** Whether a condition is that a job is in a wished place, so that {@link #answersFor} has the answer. */
    static boolean isWish(int condition) {
        return (condition & 1) != 0;
    }

    /** The number of the wish or of the filter that a condition is. */
    static int number(int condition) {
        return condition >>> 1;
    }

    /** The condition that a wish is met. */
    static int wish(int number) {
        return number << 1 | 1;
    }

    /** The condition that a filter is met. */
    static int filter(int number) {
        return number << 1;
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

    /** Numbers for what is asked, one after the other. */
    private static final class Numbered<T> {

        private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
        private volatile Object[] asked = new Object[16];
        private int next;

        int numberOf(T one) {
            Integer known = numbers.get(one);
            return known == null ? add(one) : known;
        }

        @SuppressWarnings("unchecked")
        T get(int number) {
            return (T) asked[number];
        }

        private synchronized int add(T added) {
            Integer known = numbers.get(added);
            if (known != null) {
                return known;
            }
            int number = next++;
            Object[] all = number == asked.length ? Arrays.copyOf(asked, number * 2) : asked;
            all[number] = added;
            // Before anybody can learn the number.
            asked = all;
            numbers.put(added, number);
            return number;
        }
    }

    /** @param place empty for {@link #ANYWHERE} */
    private record Wish(Optional<PlaceWish> place, boolean remotePasses, boolean known) {

        boolean isMetBy(Whereabouts whereabouts) {
            if (place.isEmpty()) {
                return true;
            }
            Fit fit = whereabouts.fit(place.get(), remotePasses);
            return known ? fit == Fit.YES : fit != Fit.NO;
        }
    }
}
