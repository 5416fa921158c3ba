package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * Under what an alert is filed, and what is then left to ask. A job meets every alert that is filed under one of its features, so the
 * best is what the fewest jobs have: one word or phrase that must be there, or all alternatives of a group. An alert without words that is
 * for any employer is filed under a condition.
 *
 * @param features of which every job for the alert has at least one; empty if there are none
 * @param condition that every job for the alert meets, if there is no feature
 * @param code the parts of the program that remain to be asked; begins with {@link Program#FILED} if there are several features
 */
record Filing(int[] features, int condition, int[] code) {

    static final int NO_CONDITION = -1;

    /** Chooses the best for a whole program. */
    static Filing of(int[] program, FeatureFrequencies frequencies) {
        int best = NO_CONDITION;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < program.length; i += Program.length(program[i])) {
            float share = share(program, i, frequencies);
            if (share < least) {
                least = share;
                best = i;
            }
        }
        return best == NO_CONDITION ? underCondition(program) : under(program, best);
    }

    /** Where the features end that follow a code's first int, because the alert is filed under several; 0 if it is under one. */
    static int endOfFeatures(int[] code) {
        return code.length > 0 && Program.kind(code[0]) == Program.FILED ? Program.length(code[0]) : 0;
    }

    /** The whole program of what is filed under a feature with this code. */
    static int[] whole(int feature, int[] code) {
        if (endOfFeatures(code) > 0) {
            int[] whole = code.clone();
            whole[0] = Program.ANY | Program.number(code[0]);
            return whole;
        }
        int[] whole = new int[code.length + 1];
        whole[0] = Program.FEATURE | feature;
        System.arraycopy(code, 0, whole, 1, code.length);
        return whole;
    }

    /** The share of jobs that meet an alert that is filed under these features. */
    float share(FeatureFrequencies frequencies) {
        float share = 0;
        for (int feature : features) {
            share += frequencies.of(feature);
        }
        return share;
    }

    /** The share of jobs that an alert meets if it is filed under a part; the largest number if it cannot be. */
    private static float share(int[] program, int at, FeatureFrequencies frequencies) {
        int part = program[at];
        if (Program.kind(part) == Program.FEATURE) {
            return frequencies.of(Program.number(part));
        }
        if (Program.kind(part) != Program.ANY) {
            return Float.MAX_VALUE;
        }
        float share = 0;
        for (int i = at + 1; i < at + Program.length(part); i++) {
            share += frequencies.of(program[i]);
        }
        return share;
    }

    /** Files a program under one of its parts, a feature or alternatives. */
    static Filing under(int[] program, int at) {
        int length = Program.length(program[at]);
        boolean single = Program.kind(program[at]) == Program.FEATURE;
        int[] features =
                single ? new int[] {Program.number(program[at])} : Arrays.copyOfRange(program, at + 1, at + length);
        if (features.length == 1) {
            return new Filing(features, NO_CONDITION, without(program, at, length));
        }
        int[] code = new int[program.length];
        code[0] = Program.FILED | features.length;
        System.arraycopy(features, 0, code, 1, features.length);
        System.arraycopy(program, 0, code, length, at);
        System.arraycopy(program, at + length, code, at + length, program.length - at - length);
        return new Filing(features, NO_CONDITION, code);
    }

    private static Filing underCondition(int[] program) {
        for (int i = 0; i < program.length; i += Program.length(program[i])) {
            if (Program.kind(program[i]) == Program.CONDITION) {
                return new Filing(new int[0], Program.number(program[i]), without(program, i, 1));
            }
        }
        throw new IllegalArgumentException("program asks nothing that a job must have");
    }

    private static int[] without(int[] program, int at, int length) {
        int[] code = new int[program.length - length];
        System.arraycopy(program, 0, code, 0, at);
        System.arraycopy(program, at + length, code, at, code.length - at);
        return code;
    }
}
