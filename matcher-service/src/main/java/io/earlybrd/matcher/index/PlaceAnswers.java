package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Whether the jobs in one place meet the wishes for places, each found out when it is first asked. Safe for concurrent use without a
 * lock: an answer never changes, and one that is lost because two write at the same time is found out again.
 */
final class PlaceAnswers {

    /** Two bits a wish: the lower says that it is met, the upper that it is not, and neither that it was not asked yet. */
    private static final int MET = 1;

    private static final int REFUSED = 2;
    private static final int MASK = 3;

    /** How many answers share an int. */
    private static final int IN_INT_BITS = 4;

    /** What {@link Marks} are told of each of them. */
    private static final byte[] MARKS = {Marks.MAY_HAVE, Marks.MAY_HAVE | Marks.HAS, 0};

    private final IntPredicate wishes;
    private int[] answers = new int[0];

    /** @param wishes says whether the jobs meet the wish of a number, as {@link ConditionTable} numbers them */
    PlaceAnswers(IntPredicate wishes) {
        this.wishes = wishes;
    }

    /** Whether the jobs meet a wish. */
    boolean test(int wish) {
        int answer = answer(answers, wish);
        return answer == 0 ? find(wish) : answer == MET;
    }

    /** Writes what is known of the first wishes, as many as there is room for, to the marks of conditions; how many they are. */
    int mark(byte[] marks, int firstCondition) {
        int[] known = answers;
        int count = Math.min(known.length << IN_INT_BITS, ConditionTable.number(marks.length - firstCondition));
        for (int wish = 0; wish < count; wish++) {
            marks[firstCondition + ConditionTable.wish(wish)] =
                    MARKS[known[wish >>> IN_INT_BITS] >>> distance(wish) & MASK];
        }
        return count;
    }

    private boolean find(int wish) {
        boolean met = wishes.test(wish);
        int at = wish >>> IN_INT_BITS;
        int[] known = at < answers.length ? answers : Arrays.copyOf(answers, at + 1);
        known[at] |= (met ? MET : REFUSED) << distance(wish);
        answers = known;
        return met;
    }

    private static int answer(int[] known, int wish) {
        int at = wish >>> IN_INT_BITS;
        return at < known.length ? known[at] >>> distance(wish) & MASK : 0;
    }

    private static int distance(int wish) {
        return (wish & (1 << IN_INT_BITS) - 1) << 1;
    }
}
