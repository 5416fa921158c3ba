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
        return chunks[row >>> CHUNK_BITS][(row & IN_CHUNK) * width + column];
    }

    /** Copies a row. */
    void copy(int row, int[] to, int at) {
        System.arraycopy(chunks[row >>> CHUNK_BITS], (row & IN_CHUNK) * width, to, at, width);
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
        chunks[chunk][(row & IN_CHUNK) * width + column] = value;
    }
}
