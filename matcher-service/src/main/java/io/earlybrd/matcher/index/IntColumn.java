package io.earlybrd.matcher.index;

import java.util.Arrays;

/** A number for each slot, in chunks, so that growing copies nothing and wastes little. One thread writes. */
final class IntColumn {

    private static final int CHUNK_BITS = 12;
    private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;

    private volatile int[][] chunks = new int[0][];

    int get(int slot) {
        return chunks[slot >>> CHUNK_BITS][slot & IN_CHUNK];
    }

    void set(int slot, int value) {
        int chunk = slot >>> CHUNK_BITS;
        if (chunk >= chunks.length) {
            int[][] more = Arrays.copyOf(chunks, chunk + 1);
            for (int i = chunks.length; i <= chunk; i++) {
                more[i] = new int[1 << CHUNK_BITS];
            }
            chunks = more;
        }
        chunks[chunk][slot & IN_CHUNK] = value;
    }
}
