package io.earlybrd.matcher.index;

/**
 * Four {@link Marks} in one long, which a job is asked for when it has passed a {@link Sieve}: of three, which are alternatives, it must have
 * one, and it must have the fourth. Where an alert asks for less, the alternatives are the same, or it is {@link Marks#ANY_JOB} that is
 * asked for.
 */
final class Choice {

    /** What every job passes. */
    static final long OPEN = 0;

    private static final int MOST = 3;
    private static final int SHIFT = 16;
    private static final int LOWER = (1 << SHIFT) - 1;

    private Choice() {}

    /** Of marks of which a job must have one. */
    static long of(int first, int second, int third) {
        return (long) third << 2 * SHIFT | Integer.toUnsignedLong(second << SHIFT | first);
    }

    /** Of a part of a program and its alternatives, which end at {@code end}; {@link #OPEN} if there is none for them. */
    static long of(int[] program, int at, int end) {
        if (end - at > MOST) {
            return OPEN;
        }
        int first = Marks.of(program[at]);
        int second = at + 1 < end ? Marks.of(program[at + 1]) : first;
        int third = Marks.of(program[end - 1]);
        return first == Marks.NONE || second == Marks.NONE || third == Marks.NONE ? OPEN : of(first, second, third);
    }

    /** One of the alternatives. */
    static int first(long choice) {
        return (int) choice & LOWER;
    }

    /** Another, or the same. */
    static int second(long choice) {
        return (int) choice >>> SHIFT;
    }

    /** Another, or the same as the second. */
    static int third(long choice) {
        return upper(choice) & LOWER;
    }

    /** The mark that a job must have besides. */
    static int other(long choice) {
        return upper(choice) >>> SHIFT;
    }

    /** Whether there are no alternatives yet. */
    static boolean hasRoomForAlternatives(long choice) {
        return first(choice) == Marks.ANY_JOB;
    }

    /** Whether there is no mark besides yet. */
    static boolean hasRoomForOther(long choice) {
        return other(choice) == Marks.ANY_JOB;
    }

    /** What asks for a mark besides. */
    static long with(long choice, int other) {
        return choice | (long) other << 3 * SHIFT;
    }

    /** Whether it asks for some mark that a job must have. */
    static boolean asksForOne(long choice) {
        return !hasRoomForOther(choice) || !hasRoomForAlternatives(choice) && first(choice) == third(choice);
    }

    /** As it stands in two ints: the first. */
    static int lower(long choice) {
        return (int) choice;
    }

    /** The second. */
    static int upper(long choice) {
        return (int) (choice >>> Integer.SIZE);
    }

    /** Of both ints. */
    static long joined(int lower, int upper) {
        return (long) upper << Integer.SIZE | Integer.toUnsignedLong(lower);
    }

    /** What is known of whether a job has one of the alternatives, and the mark besides. */
    static int passes(byte[] known, int lower, int upper) {
        return (known[lower & LOWER] | known[lower >>> SHIFT] | known[upper & LOWER]) & known[upper >>> SHIFT];
    }
}
