package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What is known of one job, and what {@link Sieve}s can ask of it, each a number of 16 bits: that it has one of the first features, which are
 * marks of the same numbers, that it lacks one of them, and the first conditions. Used for one job after the other, by one thread at a time.
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
    private static final int LAST = COUNT - 1;
    private static final int CONDITIONS = 1 << 14;
    private static final int LACKED = 1 << 13;

    private static final int FIRST_CONDITION = COUNT - CONDITIONS;
    private static final int FIRST_LACKED = FIRST_CONDITION - LACKED;

    /** By the kind of a part, the mark of number 0 and how many there are. */
    private static final int[] FIRST = new int[Program.KINDS];

    private static final int[] ROOM = new int[Program.KINDS];

    static {
        setRoom(Program.FEATURE, 0, FIRST_LACKED);
        setRoom(Program.LACKS, FIRST_LACKED, LACKED);
        setRoom(Program.CONDITION, FIRST_CONDITION, CONDITIONS);
    }

    private final IntPredicate parts;

    /** What is known of each mark. A byte is found by one instruction where a bit takes four. */
    private final byte[] known = new byte[COUNT];

    private int[] features = new int[1 << 9];
    private int featureCount;
    private int[] found = new int[1 << 8];
    private int foundCount;
    private int wishes;

    /** @param parts finds out whether the job satisfies a part that is a feature, a condition, or that it lacks a feature */
    Marks(IntPredicate parts) {
        this.parts = parts;
        Arrays.fill(known, FIRST_LACKED, FIRST_CONDITION, certain(true));
        Arrays.fill(known, FIRST_CONDITION, COUNT, (byte) MAY_HAVE);
    }

    private static void setRoom(int kind, int first, int room) {
        FIRST[Program.kindIndex(kind)] = first;
        ROOM[Program.kindIndex(kind)] = room;
    }

    /** The mark of a part of a program, or {@link #NONE}: it is something else, or its number came too late. */
    static int of(int part) {
        int kind = Program.kindIndex(part);
        int number = Program.number(part);
        return number < ROOM[kind] ? FIRST[kind] + number : NONE;
    }

    /** The part of a program that has a mark. */
    static int part(int mark) {
        if (mark < FIRST_LACKED) {
            return Program.FEATURE | mark;
        }
        return mark < FIRST_CONDITION
                ? Program.LACKS | mark - FIRST_LACKED
                : Program.CONDITION | mark - FIRST_CONDITION;
    }

    /** A part that has a mark, with that in place of what it is; {@link Program#OR} stays. */
    static int marked(int part) {
        return part & Program.OR | of(part);
    }

    /** The part that was {@link #marked}. */
    static int unmarked(int marked) {
        return marked & Program.OR | part(marked & LAST);
    }

    /** Whether a mark is of those that most jobs do not have, a feature or a wish. */
    static boolean isSeldom(int mark) {
        return mark < FIRST_LACKED
                ? mark != ANY_JOB
                : mark >= FIRST_CONDITION && ConditionTable.isWish(mark - FIRST_CONDITION);
    }

    /** Takes the next job. Of conditions nothing is known, but for the wishes that were answered for other jobs at its place. */
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
        for (int wish = 0; wish < wishes; wish++) {
            known[FIRST_CONDITION + ConditionTable.wish(wish)] = MAY_HAVE;
        }
        for (int i = 0; i < foundCount; i++) {
            known[found[i]] = MAY_HAVE;
        }
        foundCount = 0;
        wishes = places.mark(known, FIRST_CONDITION);
    }

    private void set(int feature, boolean has) {
        known[feature] = certain(has);
        if (feature < LACKED) {
            known[FIRST_LACKED + feature] = certain(!has);
        }
    }

    private static byte certain(boolean has) {
        return (byte) (has ? MAY_HAVE | HAS : 0);
    }

    /** Whether the job has a mark. */
    boolean has(int mark) {
        return state(mark) != 0;
    }

    private int state(int mark) {
        int state = known[mark];
        return state == MAY_HAVE ? find(mark) : state;
    }

    private byte find(int mark) {
        // Fails for what is none, as what is half changed may look to a reader; so that takes no room.
        byte state = certain(parts.test(part(mark)));
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, foundCount * 2);
        }
        found[foundCount++] = mark;
        known[mark] = state;
        return state;
    }

    /** Whether it satisfies a part of a program that is a feature, a condition, or that it lacks a feature. */
    boolean satisfies(int part) {
        int mark = of(part);
        return mark == NONE ? parts.test(part) : has(mark);
    }

    /**
     * 1 if it satisfies all of a row of {@link #marked} parts, of those with {@link Program#OR} this or the next, and 0 if it does not. All are asked,
     * and without a branch on what they say, since nobody can foretell it, and asking takes less time than a wrong guess.
     */
    int satisfyAll(int[] marked, int from, int to) {
        int all = HAS;
        int any = 0;
        for (int at = from; at < to; at++) {
            any |= state(marked[at] & LAST);
            int orNext = marked[at] >> Integer.SIZE - 1;
            all &= any | orNext;
            any &= orNext;
        }
        return all >>> 1;
    }

    /**
     * 1 if it passes both, and 0 if it does not: a number, since nobody can foretell which it is.
     *
     * @param lower of a {@link Choice}
     * @param upper of the same
     */
    int pass(int sieve, int lower, int upper) {
        int state = Sieve.both(known, sieve) & Choice.passes(known, lower, upper);
        // Seldom, since it is known of a mark once it was asked.
        return (state == MAY_HAVE ? find(sieve, Choice.joined(lower, upper)) : state) >>> 1;
    }

    private int find(int sieve, long choice) {
        return certain(has(Sieve.first(sieve))
                && has(Sieve.second(sieve))
                && has(Choice.other(choice))
                && (has(Choice.first(choice)) || has(Choice.second(choice)) || has(Choice.third(choice))));
    }

    /** What is known of each mark: {@link #MAY_HAVE}, with {@link #HAS} or alone, or neither. */
    byte[] known() {
        return known;
    }
}
