package io.earlybrd.matcher.index;

import java.util.Arrays;

/** A row of ints for each number, side by side, so that what belongs together is read together; in chunks, so that growing copies nothing. One thread writes. */
final class IntRows {

    private static final int CHUNK_BITS = 12;
    private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;

    private final int width;
    private volatile int[][] chunks = new int[0][];

    IntRows(int width) {
        this.width = width;
    }

    int get(int row, int column) {
        return chunks[row >>> CHUNK_BITS][place(row) + column];
    }

    /**
     * Copies the first rows of these numbers, one behind the other. They are far apart in memory: so both ends of each are read first, in loops
     * so short that the processor waits for many of them at a time.
     */
    int[] copy(int[] numbers, int count) {
        int[][] all = chunks;
        int[] copied = new int[count * width];
        for (int i = 0; i < count; i++) {
            copied[i * width] = all[numbers[i] >>> CHUNK_BITS][place(numbers[i])];
        }
        for (int i = 0; i < count; i++) {
            copied[(i + 1) * width - 1] = all[numbers[i] >>> CHUNK_BITS][place(numbers[i]) + width - 1];
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(all[numbers[i] >>> CHUNK_BITS], place(numbers[i]), copied, i * width, width);
        }
        return copied;
    }

    void set(int row, int column, int value) {
        int chunk = row >>> CHUNK_BITS;
        if (chunk >= chunks.length) {
            int[][] more = Arrays.copyOf(chunks, chunk + 1);
            for (int i = chunks.length; i <= chunk; i++) {
                more[i] = new int[width << CHUNK_BITS];
            }
            chunks = more;
        }
        chunks[chunk][place(row) + column] = value;
    }

    /** Where a row begins in its chunk. */
    private int place(int row) {
        return (row & IN_CHUNK) * width;
    }
}
