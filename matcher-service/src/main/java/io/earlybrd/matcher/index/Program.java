package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * What an alert asks of a job, as a row of ints that is decided by looking up bits. It is a list of parts that must all hold; of parts that
 * are alternatives, each but the last of which is marked by {@link #OR}, one suffices. A part is an int, whose upper four bits are that
 * mark and what it is, and whose other bits are a number:
 *
 * <table>
 *   <caption>Parts</caption>
 *   <tr><td>{@link #FEATURE}</td><td>the job has this feature</td></tr>
 *   <tr><td>{@link #CONDITION}</td><td>the job meets this condition</td></tr>
 *   <tr><td>{@link #LACKS}</td><td>the job does not have this feature</td></tr>
 *   <tr><td>{@link #ALL_OF} n</td><td>the parts in the next n ints hold</td></tr>
 *   <tr><td>{@link #NOT} n</td><td>the parts in the next n ints do not all hold</td></tr>
 * </table>
 */
final class Program {

    /** This part or the next. */
    static final int OR = 1 << 31;

    static final int FEATURE = 0;
    static final int CONDITION = 1 << 28;
    static final int LACKS = 2 << 28;
    static final int ALL_OF = 3 << 28;
    static final int NOT = 4 << 28;

    /** How many kinds of parts there may be, each with its {@link #kindIndex}. */
    static final int KINDS = 8;

    private static final int NUMBER_BITS = 28;
    private static final int NUMBER = (1 << NUMBER_BITS) - 1;

    private Program() {}

    static int kind(int part) {
        return kindIndex(part) << NUMBER_BITS;
    }

    static int kindIndex(int part) {
        return part >>> NUMBER_BITS & KINDS - 1;
    }

    static int number(int part) {
        return part & NUMBER;
    }

    /** Whether it suffices that the next part holds. */
    static boolean hasAlternative(int part) {
        return part < 0;
    }

    /** How many ints a part takes, itself included. */
    static int length(int part) {
        return kind(part) <= LACKS ? 1 : 1 + number(part);
    }

    /** Where the part at {@code at} and its alternatives end. */
    static int end(int[] code, int at) {
        int last = at;
        while (hasAlternative(code[last])) {
            last += length(code[last]);
        }
        return last + length(code[last]);
    }

    /** Whether a job satisfies all parts in a stretch of a program. */
    static boolean holds(int[] code, int from, int to, Marks job) {
        boolean any = false;
        for (int at = from; at < to; at += length(code[at])) {
            any = any || partHolds(code, at, job);
            if (!hasAlternative(code[at])) {
                if (!any) {
                    return false;
                }
                any = false;
            }
        }
        return true;
    }

    private static boolean partHolds(int[] code, int at, Marks job) {
        int part = code[at];
        int length = length(part);
        if (length == 1) {
            return job.satisfies(part);
        }
        return holds(code, at + 1, at + length, job) == (kind(part) == ALL_OF);
    }

    /** Collects ints. */
    static final class Builder {

        private int[] code = new int[16];
        private int size;

        void add(int part) {
            if (size == code.length) {
                code = Arrays.copyOf(code, size * 2);
            }
            code[size++] = part;
        }

        /** How many ints there are. */
        int size() {
            return size;
        }

        /** Adds parts of one kind of which one must hold, each once. */
        void addAnyOf(int kind, int[] numbers) {
            addAlternatives(kind, numbers, size);
        }

        /** Adds parts of one kind as alternatives to those from {@code first} on, each once. */
        void addAlternatives(int kind, int[] numbers, int first) {
            for (int number : numbers) {
                addAlternative(kind | number, first);
            }
        }

        /** Adds parts of one int each, of which one must hold, each once. */
        void addAnyOf(int[] parts) {
            int first = size;
            for (int part : parts) {
                addAlternative(part, first);
            }
        }

        /** Adds an alternative to those from {@code first} on, if it is not there. */
        private void addAlternative(int part, int first) {
            for (int i = first; i < size; i++) {
                if ((code[i] & ~OR) == part) {
                    return;
                }
            }
            if (size > first) {
                code[size - 1] |= OR;
            }
            add(part);
        }

        /** Adds a stretch of a program. */
        void add(int[] program, int from, int length) {
            for (int i = from; i < from + length; i++) {
                add(program[i]);
            }
        }

        /** Begins a part of which the length is not known yet; give what this returns to {@link #end}. */
        int begin(int kind) {
            add(kind);
            return size;
        }

        void end(int begun) {
            code[begun - 1] |= size - begun;
        }

        int[] build() {
            return Arrays.copyOf(code, size);
        }
    }
}
