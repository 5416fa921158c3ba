package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What an alert asks of a job, as a row of ints that is decided by looking up bits. It is a list of parts that must all hold. A part
 * is an int, whose upper three bits say what it is and whose other bits are a number:
 *
 * <table>
 *   <caption>Parts</caption>
 *   <tr><td>{@link #FEATURE}</td><td>the job has this feature</td></tr>
 *   <tr><td>{@link #CONDITION}</td><td>the job meets this condition</td></tr>
 *   <tr><td>{@link #ANY} n</td><td>it has one of the next n features</td></tr>
 *   <tr><td>{@link #NONE} n</td><td>it has none of the next n features</td></tr>
 *   <tr><td>{@link #FILED} n</td><td>the next n features are what the alert is filed under: it has one of them</td></tr>
 *   <tr><td>{@link #ALL_OF}, {@link #ANY_OF}, {@link #NOT} n</td><td>the parts in the next n ints, combined</td></tr>
 * </table>
 */
final class Program {

    static final int FEATURE = 0;
    static final int CONDITION = 1 << 29;
    static final int ANY = 2 << 29;
    static final int NONE = 3 << 29;
    static final int FILED = 4 << 29;
    static final int ALL_OF = 5 << 29;
    static final int ANY_OF = 6 << 29;
    static final int NOT = 7 << 29;

    private static final int KIND = 7 << 29;

    private Program() {}

    static int kind(int part) {
        return part & KIND;
    }

    static int number(int part) {
        return part & ~KIND;
    }

    /** How many ints a part takes, itself included. */
    static int length(int part) {
        int kind = kind(part);
        return kind == FEATURE || kind == CONDITION ? 1 : 1 + number(part);
    }

    /** Whether a job satisfies all parts in a stretch of a program. */
    static boolean holds(int[] code, int from, int to, JobFeatures job, IntPredicate conditions) {
        for (int i = from; i < to; i += length(code[i])) {
            if (!partHolds(code, i, job, conditions)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a job with this feature is not to be judged here, because it has an earlier one that the alert is filed under as well. */
    static boolean isJudgedElsewhere(int[] code, int at, int to, int feature, JobFeatures job) {
        if (at == to || kind(code[at]) != FILED) {
            return false;
        }
        int end = at + 1 + number(code[at]);
        for (int i = at + 1; i < end; i++) {
            if (job.has(code[i])) {
                return code[i] != feature;
            }
        }
        return false;
    }

    private static boolean partHolds(int[] code, int at, JobFeatures job, IntPredicate conditions) {
        int part = code[at];
        int number = number(part);
        int end = at + 1 + number;
        return switch (kind(part)) {
            case FEATURE -> job.has(number);
            case CONDITION -> conditions.test(number);
            case ANY, FILED -> hasAny(code, at + 1, end, job);
            case NONE -> !hasAny(code, at + 1, end, job);
            case ALL_OF -> holds(code, at + 1, end, job, conditions);
            case ANY_OF -> anyHolds(code, at + 1, end, job, conditions);
            default -> !holds(code, at + 1, end, job, conditions);
        };
    }

    private static boolean hasAny(int[] code, int from, int to, JobFeatures job) {
        for (int i = from; i < to; i++) {
            if (job.has(code[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyHolds(int[] code, int from, int to, JobFeatures job, IntPredicate conditions) {
        for (int i = from; i < to; i += length(code[i])) {
            if (partHolds(code, i, job, conditions)) {
                return true;
            }
        }
        return false;
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

        void add(int kind, int[] numbers) {
            if (numbers.length > 0) {
                add(kind | numbers.length);
                for (int number : numbers) {
                    add(number);
                }
            }
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
