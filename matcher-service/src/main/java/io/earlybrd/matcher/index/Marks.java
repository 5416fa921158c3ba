package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * What {@link Sieve}s can ask of a job, each a number of 16 bits: that it has one of the first features, which are marks of the same
 * numbers, that it lacks one of them, and the first filters and wishes for places. Used for one job after the other, by one thread at a
 * time.
 */
final class Marks {

    /** Of a part that has none. */
    static final int NONE = -1;

    /** What every job has. */
    static final int ANY_JOB = Vocabulary.ANY_JOB;

    /** The job has the mark, or may have it as far as is known. */
    static final int MAY_HAVE = 1;

    /** It is known that the job has the mark. */
    static final int HAS = 2;

    private static final int COUNT = 1 << 16;
    /** Of the marks of each kind but the first. */
    private static final int ROOM = 1 << 13;

    private static final int FIRST_WISH = COUNT - ROOM;
    private static final int FIRST_FILTER = FIRST_WISH - ROOM;
    private static final int FIRST_LACKED = FIRST_FILTER - ROOM;

    /** What is known of each mark. A byte is found by one instruction where a bit takes four. */
    private final byte[] known = new byte[COUNT];

    private int[] features = new int[1 << 9];
    private int featureCount;
    private int wishes;

    Marks() {
        Arrays.fill(known, FIRST_LACKED, FIRST_FILTER, (byte) (MAY_HAVE | HAS));
        Arrays.fill(known, FIRST_FILTER, COUNT, (byte) MAY_HAVE);
    }

    /** The mark of a part of a program, or {@link #NONE}: it is something else, or its number came too late. */
    static int of(int part) {
        int number = Program.number(part);
        return switch (Program.kind(part)) {
            case Program.FEATURE -> number < FIRST_LACKED ? number : NONE;
            case Program.LACKS -> number < ROOM ? FIRST_LACKED + number : NONE;
            case Program.CONDITION -> ofCondition(number);
            default -> NONE;
        };
    }

    private static int ofCondition(int condition) {
        int number = ConditionTable.number(condition);
        int first = ConditionTable.isWish(condition) ? FIRST_WISH : FIRST_FILTER;
        return number < ROOM ? first + number : NONE;
    }

    /** Whether a mark is of those that most jobs do not have, a feature or a wish. */
    static boolean isSeldom(int mark) {
        return mark != ANY_JOB && mark < FIRST_LACKED || mark >= FIRST_WISH;
    }

    /** The part of a program that has a mark. */
    static int part(int mark) {
        if (mark < FIRST_LACKED) {
            return Program.FEATURE | mark;
        }
        if (mark < FIRST_FILTER) {
            return Program.LACKS | mark - FIRST_LACKED;
        }
        return Program.CONDITION
                | (mark < FIRST_WISH
                        ? ConditionTable.filter(mark - FIRST_FILTER)
                        : ConditionTable.wish(mark - FIRST_WISH));
    }

    /** Takes the next job. A wish or a filter that was not asked yet may be met. */
    void take(JobFeatures job, PlaceAnswers places) {
        for (int i = 0; i < featureCount; i++) {
            set(features[i], false);
        }
        if (features.length < job.size()) {
            features = new int[job.size() + (job.size() >> 1)];
        }
        featureCount = 0;
        for (int i = 0; i < job.size(); i++) {
            int feature = job.get(i);
            if (feature < FIRST_LACKED) {
                set(feature, true);
                features[featureCount++] = feature;
            }
        }
        Arrays.fill(known, FIRST_WISH, FIRST_WISH + wishes, (byte) MAY_HAVE);
        wishes = places.mark(known, FIRST_WISH);
    }

    private void set(int feature, boolean has) {
        known[feature] = certain(has);
        if (feature < ROOM) {
            known[FIRST_LACKED + feature] = certain(!has);
        }
    }

    /** Notes whether the job meets a condition. */
    void answer(int condition, boolean met) {
        int mark = ofCondition(condition);
        if (mark != NONE) {
            known[mark] = certain(met);
        }
    }

    /** Forgets the answer for the next job. */
    void forget(int condition) {
        int mark = ofCondition(condition);
        if (mark != NONE) {
            known[mark] = MAY_HAVE;
        }
    }

    private static byte certain(boolean has) {
        return has ? (byte) (MAY_HAVE | HAS) : 0;
    }

    /** What is known of each mark: {@link #MAY_HAVE}, with {@link #HAS} or alone, or neither. */
    byte[] known() {
        return known;
    }
}
