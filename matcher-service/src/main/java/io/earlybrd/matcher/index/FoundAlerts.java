package io.earlybrd.matcher.index;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Collects the texts of the alerts that a job is for. Used for one job after the other, by one thread at a time. */
final class FoundAlerts {

    private int[] texts = new int[1 << 8];
    private int size;

    void clear() {
        size = 0;
    }

    /** Makes room for so many more, and one. */
    void makeRoom(int more) {
        if (size + more >= texts.length) {
            texts = Arrays.copyOf(texts, 2 * (size + more));
        }
    }

    /** Adds one if {@code times} is 1, and none if it is 0; for both there has to be room. */
    void add(int text, int times) {
        texts[size] = text;
        size += times;
    }

    /** Those that were added since it was cleared, copied; objects are made of them when they are asked for. */
    List<FoundAlert> toList() {
        return new Copy(Arrays.copyOf(texts, size));
    }

    private static final class Copy extends AbstractList<FoundAlert> {

        private final int[] texts;

        Copy(int[] texts) {
            this.texts = texts;
        }

        @Override
        public FoundAlert get(int index) {
            return new FoundAlert(texts[index]);
        }

        @Override
        public int size() {
            return texts.length;
        }
    }
}
