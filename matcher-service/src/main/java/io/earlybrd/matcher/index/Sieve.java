package io.earlybrd.matcher.index;

/**
 * Two {@link Marks} in one int, both of which a job must have, so that it passes over most alerts by two looks. Where an alert asks for less,
 * it is {@link Marks#ANY_JOB} that is asked for.
 */
final class Sieve {

    /** What every job passes. */
    static final int OPEN = Marks.ANY_JOB;

    private static final int SHIFT = 16;
    private static final int LOWER = (1 << SHIFT) - 1;

    private Sieve() {}

    /** A sieve of two marks. */
    static int of(int first, int second) {
        return second << SHIFT | first;
    }

    static int first(int sieve) {
        return sieve & LOWER;
    }

    static int second(int sieve) {
        return sieve >>> SHIFT;
    }

    /** Whether a sieve can ask for one more mark. */
    static boolean hasRoom(int sieve) {
        return second(sieve) == Marks.ANY_JOB;
    }

    /** A sieve with room that asks for one more mark. */
    static int with(int sieve, int mark) {
        return of(mark, first(sieve));
    }

    /** A sieve that does not ask for one of its marks. */
    static int without(int sieve, int mark) {
        return of(first(sieve) == mark ? second(sieve) : first(sieve), Marks.ANY_JOB);
    }

    /** What is known of whether a job has both marks: {@link Marks#MAY_HAVE}, with {@link Marks#HAS} or alone, or neither. */
    static int both(byte[] known, int sieve) {
        return known[first(sieve)] & known[second(sieve)];
    }
}
