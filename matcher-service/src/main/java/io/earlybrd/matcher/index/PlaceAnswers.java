package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.Whereabouts;
import java.util.Arrays;

/**
 * Whether the jobs in one place meet the conditions about places, each found out when it is first asked. Safe for concurrent use
 * without a lock: an answer never changes, and one that is lost because two write at the same time is found out again.
 */
final class PlaceAnswers {

    private static final int MET = 1;
    private static final int NOT_MET = 2;
    private static final int MASK = 3;

    /** How many conditions share an int. */
    private static final int IN_WORD_BITS = 4;

    private final Whereabouts whereabouts;
    /** Two bits a condition, 0 where it has not been asked. */
    private int[] answers = new int[16];

    PlaceAnswers(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** Whether the jobs meet a condition, which is that of this number. */
    boolean answer(int number, ConditionTable.InPlace condition) {
        int word = number >>> IN_WORD_BITS;
        // Of the distance only the lower five bits count.
        int distance = number << 1;
        int[] known = answers;
        int answer = word < known.length ? known[word] >>> distance & MASK : 0;
        return answer == 0 ? find(condition, word, distance) : answer == MET;
    }

    private boolean find(ConditionTable.InPlace condition, int word, int distance) {
        boolean met = condition.isMetBy(whereabouts);
        int[] known = answers;
        if (word >= known.length) {
            known = Arrays.copyOf(known, Math.max(word + 1, known.length * 2));
        }
        known[word] |= (met ? MET : NOT_MET) << distance;
        answers = known;
        return met;
    }
}
