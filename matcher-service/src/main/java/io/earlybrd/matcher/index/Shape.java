package io.earlybrd.matcher.index;

/**
 * What the record of an alert in a {@link PostingList} is made of, as a number of a few bits. Records of one shape are judged one after the
 * other: so the processor foretells how long each is, where a wrong guess takes as long as to judge one. A code is plain if each of its ints
 * is a part that has a {@link Marks mark}.
 */
final class Shape {

    static final int BITS = 5;

    /** How many there are. */
    static final int COUNT = 1 << BITS;

    /** In place of the length of a code that is not plain, or has so many ints or more; how many they are is in the record. */
    private static final int COMPOSED = 15;

    /** Of an alert that needs no record, since there is nothing to say in it. */
    static final int NO_RECORD = 0;

    private static final int SEVERAL_FEATURES = 16;

    private Shape() {}

    /** That of the record of an alert that is filed so. */
    static int of(Filing filing) {
        int features = filing.features().length > 1 ? SEVERAL_FEATURES : 0;
        return lengthOf(filing.code()) | features;
    }

    private static int lengthOf(int[] code) {
        if (code.length >= COMPOSED) {
            return COMPOSED;
        }
        for (int part : code) {
            if (Marks.of(part) == Marks.NONE) {
                return COMPOSED;
            }
        }
        return code.length;
    }

    /** Whether the code is plain, and says nothing but its marks. */
    static boolean isPlain(int shape) {
        return (shape & COMPOSED) != COMPOSED;
    }

    /** How many marks a plain code has. */
    static int length(int shape) {
        return shape & COMPOSED;
    }

    /** Whether the alert is filed under several features, which stand behind its code. */
    static boolean hasFeatures(int shape) {
        return (shape & SEVERAL_FEATURES) != 0;
    }
}
