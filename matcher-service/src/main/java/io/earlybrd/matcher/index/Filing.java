package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * Under what an alert is filed, and what is then left to ask. A job meets every alert that is filed under one of its features, so the
 * best is what the fewest jobs have: one word or phrase that must be there, or all alternatives of a group. Among those that are
 * filed alike it is grouped by its first condition.
 *
 * @param features of which every job for the alert has at least one
 * @param condition that every job for the alert meets
 * @param code the parts of the program that remain to be asked; begins with {@link Program#FILED} if there are several features
 */
record Filing(int[] features, int condition, int[] code) {

    private static final int NONE = -1;

    /** Chooses the best for a whole program. */
    static Filing of(int[] program, FeatureFrequencies frequencies) {
        int best = NONE;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < program.length; i += Program.length(program[i])) {
            float share = share(program, i, frequencies);
            if (share < least) {
                least = share;
                best = i;
            }
        }
        if (best == NONE) {
            throw new IllegalArgumentException("program asks for no feature that a job must have");
        }
        return under(program, best);
    }

    /** Where the features end that follow a code's first int, because the alert is filed under several; 0 if it is under one. */
    static int endOfFeatures(int[] code) {
        return code.length > 0 && Program.kind(code[0]) == Program.FILED ? Program.length(code[0]) : 0;
    }

    /** The whole program of what is filed under a feature, in the group of a condition, with this code. */
    static int[] whole(int feature, int condition, int[] code) {
        int features = endOfFeatures(code);
        Program.Builder whole = new Program.Builder();
        if (features > 0) {
            whole.add(Program.ANY, Arrays.copyOfRange(code, 1, features));
        } else {
            whole.add(Program.FEATURE | feature);
        }
        if (condition != ConditionTable.NOTHING_ASKED) {
            whole.add(Program.CONDITION | condition);
        }
        for (int i = features; i < code.length; i++) {
            whole.add(code[i]);
        }
        return whole.build();
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
    static Filing under(int[] program, int filed) {
        boolean single = Program.kind(program[filed]) == Program.FEATURE;
        int[] features = single
                ? new int[] {Program.number(program[filed])}
                : Arrays.copyOfRange(program, filed + 1, filed + Program.length(program[filed]));
        int condition = firstCondition(program);
        Program.Builder code = new Program.Builder();
        if (features.length > 1) {
            code.add(Program.FILED, features);
        }
        for (int i = 0; i < program.length; i++) {
            if (i == filed) {
                i += Program.length(program[filed]) - 1;
            } else if (i != condition) {
                code.add(program[i]);
            }
        }
        return new Filing(
                features,
                condition == NONE ? ConditionTable.NOTHING_ASKED : Program.number(program[condition]),
                code.build());
    }

    private static int firstCondition(int[] program) {
        for (int i = 0; i < program.length; i += Program.length(program[i])) {
            if (Program.kind(program[i]) == Program.CONDITION) {
                return i;
            }
        }
        return NONE;
    }
}
