package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Whether the jobs in one place meet the wishes for places, each found out when it is first asked. Safe for concurrent use without a
 * lock: an answer never changes, and one that is lost because two write at the same time is found out again.
 */
final class PlaceAnswers {

    private static final int MET = 1;
    private static final int NOT_MET = 2;
    private static final int MASK = 3;

    /** How many answers share an int. */
    private static final int IN_INT_BITS = 4;

    private final IntPredicate wishes;
    /** Two bits a wish, 0 where it has not been asked. */
    private int[] answers = new int[16];

    /** @param wishes says whether the jobs meet the wish of a number, as {@link ConditionTable} numbers them */
    PlaceAnswers(IntPredicate wishes) {
        this.wishes = wishes;
    }

    /** Whether the jobs meet a condition that {@link ConditionTable#isWish}. */
    boolean test(int condition) {
        int wish = condition >>> 1;
        int[] known = answers;
        int at = wish >>> IN_INT_BITS;
        int answer = at < known.length ? known[at] >>> distance(wish) & MASK : 0;
        return answer == 0 ? find(wish, at) : answer == MET;
    }

    private boolean find(int wish, int at) {
        boolean met = wishes.test(wish);
        int[] known = answers;
        if (at >= known.length) {
            known = Arrays.copyOf(known, Math.max(at + 1, known.length * 2));
        }
        known[at] |= (met ? MET : NOT_MET) << distance(wish);
        answers = known;
        return met;
    }

    private static int distance(int wish) {
        return (wish & (1 << IN_INT_BITS) - 1) << 1;
    }
}
