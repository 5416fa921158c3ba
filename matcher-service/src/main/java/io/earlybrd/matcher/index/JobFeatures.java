package io.earlybrd.matcher.index;

import java.util.Arrays;

/** The features that one job has. Used for one job after the other, by one thread at a time. */
final class JobFeatures {

    private long[] bits = new long[1 << 10];

    private int[] present = new int[1 << 9];
    private int size;
    private int[] numbers = new int[1 << 12];

    /** Forgets the last job. */
    void clear() {
        for (int i = 0; i < size; i++) {
            bits[present[i] >>> 6] = 0;
        }
        size = 0;
    }

    /**
     * Adds a feature, however often.
     *
     * @throws IndexOutOfBoundsException if it is none, as what is only half added may look to a reader beside the writer
     */
    void mark(int feature) {
        if (feature < 0) {
            throw new IndexOutOfBoundsException(feature);
        }
        int word = feature >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, bits.length * 2));
        }
        long bit = 1L << feature;
        if ((bits[word] & bit) == 0) {
            bits[word] |= bit;
            if (size == present.length) {
                present = Arrays.copyOf(present, size * 2);
            }
            present[size++] = feature;
        }
    }

    /** Whether the job has a feature. */
    boolean has(int feature) {
        int word = feature >>> 6;
        return word < bits.length && (bits[word] & 1L << feature) != 0;
    }

    /** How many features it has. */
    int size() {
        return size;
    }

    /** One of them, in the order in which they were marked. */
    int get(int i) {
        return present[i];
    }

    /** Room for one number for each token of a text. */
    int[] numbers(int tokens) {
        if (numbers.length < tokens) {
            numbers = new int[tokens + (tokens >> 1)];
        }
        return numbers;
    }
}
