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

    /** Taken for the share of jobs that meet a condition, and of those that have nothing that is excluded. */
    private static final float SHARE_OF_CONDITION = 0.3f;

    private static final float SHARE_OF_OTHERS = 0.9f;

    /** Chooses the best for a whole program. */
    static Filing of(int[] program, FeatureFrequencies frequencies) {
        int best = NONE;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < program.length; i = Program.end(program, i)) {
            float share = isFileable(program, i) ? share(program, i, frequencies) : Float.MAX_VALUE;
            if (share < least) {
                least = share;
                best = i;
            }
        }
        if (best == NONE) {
            throw new IllegalArgumentException("program asks for no feature that a job must have");
        }
        return under(program, best, frequencies);
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
            whole.addAnyOf(Program.FEATURE, Arrays.copyOfRange(code, 1, features));
        } else {
            whole.add(Program.FEATURE | feature);
        }
        if (condition != ConditionTable.NOTHING_ASKED) {
            whole.add(Program.CONDITION | condition);
        }
        whole.add(code, features, code.length - features);
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

    /** Files a program under one of its parts, a feature or alternatives. What is most seldom met comes first in what is left to ask. */
    static Filing under(int[] program, int filed, FeatureFrequencies frequencies) {
        int[] features = Arrays.copyOfRange(program, filed, Program.end(program, filed));
        for (int i = 0; i < features.length; i++) {
            features[i] = Program.number(features[i]);
        }
        Program.Builder code = new Program.Builder();
        if (features.length > 1) {
            code.add(Program.FILED | features.length);
            code.add(features, 0, features.length);
        }
        int condition = firstCondition(program);
        int[] left = new int[program.length];
        float[] shares = new float[program.length];
        int count = 0;
        for (int i = 0; i < program.length; i = Program.end(program, i)) {
            if (i != filed && i != condition) {
                float share = share(program, i, frequencies);
                int at = count++;
                for (; at > 0 && shares[at - 1] > share; at--) {
                    left[at] = left[at - 1];
                    shares[at] = shares[at - 1];
                }
                left[at] = i;
                shares[at] = share;
            }
        }
        for (int i = 0; i < count; i++) {
            code.add(program, left[i], Program.end(program, left[i]) - left[i]);
        }
        return new Filing(
                features,
                condition == NONE ? ConditionTable.NOTHING_ASKED : Program.number(program[condition]),
                code.build());
    }

    private static boolean isFileable(int[] program, int at) {
        int end = Program.end(program, at);
        for (int i = at; i < end; i += Program.length(program[i])) {
            if (Program.kind(program[i]) != Program.FEATURE) {
                return false;
            }
        }
        return true;
    }

    /** The share of jobs that satisfy a part or one of its alternatives, as far as it is known. */
    private static float share(int[] program, int at, FeatureFrequencies frequencies) {
        if (!isFileable(program, at)) {
            int kind = Program.kind(program[at]);
            return kind == Program.LACKS || kind == Program.NOT ? SHARE_OF_OTHERS : SHARE_OF_CONDITION;
        }
        float share = 0;
        int end = Program.end(program, at);
        for (int i = at; i < end; i++) {
            share += frequencies.of(Program.number(program[i]));
        }
        return share;
    }

    /** Where a condition stands that has no alternatives. */
    private static int firstCondition(int[] program) {
        for (int i = 0; i < program.length; i = Program.end(program, i)) {
            if (Program.kind(program[i]) == Program.CONDITION && !Program.hasAlternative(program[i])) {
                return i;
            }
        }
        return NONE;
    }
}
