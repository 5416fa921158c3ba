package io.earlybrd.matcher.index;

import java.util.Arrays;

/**
 * Under what an alert is filed, and what is then left to ask. A job meets every alert that is filed under one of its features, so the
 * best is what the fewest jobs have: one word or phrase that must be there, or all alternatives of a group. Of what is left a
 * {@link Sieve} and a {@link Choice} ask for what they can, and the code for the rest.
 *
 * @param features of which every job for the alert has at least one
 * @param sieve of which every job for the alert has both marks
 * @param choice that every job for the alert passes
 * @param code the parts of the program that remain to be asked
 */
record Filing(int[] features, int sieve, long choice, int[] code) {

    private static final int NONE = -1;

    /** Taken for the share of jobs that are in a wished place, and of those that have nothing that is excluded. */
    private static final float SHARE_OF_WISH = 0.1f;

    private static final float SHARE_OF_OTHERS = 0.9f;

    /** Fewer meet a filter, but a sieve does not know which, and it takes longest to find out: so it is asked last. */
    private static final float SHARE_OF_FILTER = 1;

    /** Chooses the best for a whole program. */
    static Filing of(int[] program, FeatureFrequencies frequencies) {
        Parts parts = new Parts(program, frequencies);
        if (parts.best == NONE) {
            throw new IllegalArgumentException("program asks for no feature that a job must have");
        }
        return parts.filedUnder(parts.best);
    }

    /** Files a program under one of its parts, a feature or alternatives. */
    static Filing under(int[] program, int filed, FeatureFrequencies frequencies) {
        return new Parts(program, frequencies).filedUnder(filed);
    }

    /** Of each part under which a program may be filed one feature, that of the part that the fewest jobs satisfy first. */
    static int[] candidates(int[] program, FeatureFrequencies frequencies) {
        return new Parts(program, frequencies).firstFeatures();
    }

    /** The whole program of the alert. */
    int[] program() {
        Program.Builder whole = new Program.Builder();
        whole.addAnyOf(Program.FEATURE, features);
        addAsked(Marks.ANY_JOB, whole);
        return whole.build();
    }

    /** The same where only jobs are met that have one of the marks of the sieve: something else is asked in its place. */
    Filing without(int mark) {
        boolean somethingMayTakeItsPlace = Choice.asksForOne(choice) || code.length > 0;
        if (!somethingMayTakeItsPlace) {
            return new Filing(features, Sieve.without(sieve, mark), choice, code);
        }
        Program.Builder asked = new Program.Builder();
        addAsked(mark, asked);
        return asking(features, asked.build());
    }

    /** The same where it is not known whether a job has a mark. */
    Filing with(int mark) {
        Program.Builder asked = new Program.Builder();
        asked.add(Marks.part(mark));
        addAsked(Marks.ANY_JOB, asked);
        return asking(features, asked.build());
    }

    /** Adds what is asked, but for one mark. */
    private void addAsked(int but, Program.Builder program) {
        for (int mark : new int[] {Sieve.second(sieve), Sieve.first(sieve)}) {
            if (mark != Marks.ANY_JOB && mark != but) {
                program.add(Marks.part(mark));
            }
        }
        if (!Choice.hasRoomForAlternatives(choice)) {
            program.addAnyOf(new int[] {
                Marks.part(Choice.first(choice)), Marks.part(Choice.second(choice)), Marks.part(Choice.third(choice))
            });
        }
        if (!Choice.hasRoomForOther(choice)) {
            program.add(Marks.part(Choice.other(choice)));
        }
        program.add(code, 0, code.length);
    }

    private static int[] features(int[] program, int part) {
        int[] features = Arrays.copyOfRange(program, part, Program.end(program, part));
        for (int i = 0; i < features.length; i++) {
            features[i] = Program.number(features[i]);
        }
        return features;
    }

    /** @param asked what is left to ask, what matters most first */
    private static Filing asking(int[] features, int[] asked) {
        Asked left = new Asked();
        for (int begin = 0; begin < asked.length; begin = Program.end(asked, begin)) {
            left.add(asked, begin, Program.end(asked, begin));
        }
        return left.filedUnder(features);
    }

    private static float shareOfOther(int part) {
        if (Program.kind(part) != Program.CONDITION) {
            return SHARE_OF_OTHERS;
        }
        boolean wish = ConditionTable.isWish(Program.number(part));
        return wish ? SHARE_OF_WISH : SHARE_OF_FILTER;
    }

    /** The parts of a program, each with its alternatives: what the fewest jobs satisfy first, as far as it is known. */
    private static final class Parts {

        private final int[] program;
        private final int[] begins;
        private final int[] ends;
        /** Of the jobs. */
        private final float[] shares;

        private int count;
        /** Where the part begins under which the program is best filed, or {@link #NONE}. */
        private int best = NONE;

        Parts(int[] program, FeatureFrequencies frequencies) {
            this.program = program;
            begins = new int[program.length];
            ends = new int[program.length];
            shares = new float[program.length];
            float least = Float.MAX_VALUE;
            int end = 0;
            while (end < program.length) {
                int begin = end;
                boolean isFileable = true;
                float share = 0;
                boolean goesOn = true;
                while (goesOn) {
                    int part = program[end];
                    isFileable &= Program.kind(part) == Program.FEATURE;
                    share += isFileable ? frequencies.of(Program.number(part)) : 0;
                    end += Program.length(part);
                    goesOn = Program.hasAlternative(part);
                }
                if (isFileable && share < least) {
                    least = share;
                    best = begin;
                }
                insert(begin, end, isFileable ? share : shareOfOther(program[begin]));
            }
        }

        private void insert(int begin, int end, float share) {
            int at = count++;
            for (; at > 0 && shares[at - 1] > share; at--) {
                begins[at] = begins[at - 1];
                ends[at] = ends[at - 1];
                shares[at] = shares[at - 1];
            }
            begins[at] = begin;
            ends[at] = end;
            shares[at] = share;
        }

        int[] firstFeatures() {
            return Arrays.stream(begins, 0, count)
                    .map(begin -> program[begin])
                    .filter(part -> Program.kind(part) == Program.FEATURE)
                    .map(Program::number)
                    .toArray();
        }

        /** Files the program under the part that begins at {@code filed}; of the others what is most seldom met is asked first. */
        Filing filedUnder(int filed) {
            Asked asked = new Asked();
            for (int i = 0; i < count; i++) {
                if (begins[i] != filed) {
                    asked.add(program, begins[i], ends[i]);
                }
            }
            return asked.filedUnder(features(program, filed));
        }
    }

    /** What is asked of the jobs that are met, by sieves as far as they can. */
    private static final class Asked {

        private final Program.Builder code = new Program.Builder();
        private int sieve = Sieve.OPEN;
        private long choice = Choice.OPEN;

        /** Adds a part of a program and its alternatives; what matters most comes first. */
        void add(int[] program, int begin, int end) {
            int mark = end - begin == 1 ? Marks.of(program[begin]) : Marks.NONE;
            if (mark != Marks.NONE && Sieve.hasRoom(sieve)) {
                sieve = Sieve.with(sieve, mark);
            } else if (mark != Marks.NONE && Choice.hasRoomForOther(choice)) {
                choice = Choice.with(choice, mark);
            } else {
                long alternatives =
                        Choice.hasRoomForAlternatives(choice) ? Choice.of(program, begin, end) : Choice.OPEN;
                choice |= alternatives;
                if (alternatives == Choice.OPEN) {
                    code.add(program, begin, end - begin);
                }
            }
        }

        Filing filedUnder(int[] features) {
            return new Filing(features, sieve, choice, code.build());
        }
    }
}
