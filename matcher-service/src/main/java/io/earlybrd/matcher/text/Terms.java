package io.earlybrd.matcher.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Terms as numbers of 64 bits, by which texts and queries are compared: two terms are the same if their numbers are.
 *
 * <p>The term's modified UTF-8 (one byte for ASCII, never a zero) is taken eight bytes at a time, the last block filled up with
 * zeros; each block is added to what went before and mixed by a bijection [1]. So two terms of at most eight bytes never share a
 * number. Longer ones do by chance: among a million different terms there is such a pair with a probability of 10<sup>12</sup> /
 * 2<sup>65</sup>, once in 37 million such vocabularies, and among a hundred million once in 3,700. Who makes one on purpose has
 * found another way to write a word that they could have written.
 *
 * <p>[1] Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, {@code mix64}.
 */
public final class Terms {

    /** What the first block is added to. No term has it as a block (its bytes are no UTF-8), so no short term has the number 0. */
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;

    private static final VarHandle BLOCKS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The bits of a block of ASCII characters. */
    private static final long ASCII = 0x7F7F_7F7F_7F7F_7F7FL;

    private Terms() {}

    /** The number of a folded term. */
    public static long hash(String foldedTerm) {
        Bytes bytes = new Bytes();
        for (int i = 0; i < foldedTerm.length(); i++) {
            bytes.add(bytes(foldedTerm.charAt(i)));
        }
        return bytes.hash();
    }

    /** The number of a folded term of one character. */
    static long hashOfOne(char foldedTerm) {
        Bytes bytes = new Bytes();
        bytes.add(bytes(foldedTerm));
        return bytes.hash();
    }

    /** The numbers of folded terms in a row. */
    public static long[] row(List<String> foldedTerms) {
        long[] row = new long[foldedTerms.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = hash(foldedTerms.get(i));
        }
        return row;
    }

    /** The modified UTF-8 of a character, the first byte lowest. */
    static int bytes(char unit) {
        if (unit < 0x80 && unit != 0) {
            return unit;
        }
        return unit < 0x800
                ? 0xC0 | unit >> 6 | (0x80 | unit & 0x3F) << 8
                : 0xE0 | unit >> 12 | (0x80 | unit >> 6 & 0x3F) << 8 | (0x80 | unit & 0x3F) << 16;
    }

    /**
     * The number of a folded term of ASCII characters that stand in an array, their highest bits set; behind them seven more bytes can
     * be read.
     */
    static long hash(byte[] letters, int start, int end) {
        long hash = SEED;
        int at = start;
        while (end - at > Long.BYTES) {
            hash = add(hash, (long) BLOCKS.get(letters, at) & ASCII);
            at += Long.BYTES;
        }
        // The bytes behind the end are highest.
        int width = end - at << 3;
        return add(hash, (long) BLOCKS.get(letters, at) & ASCII >>> Long.SIZE - width);
    }

    /** Adds a block to the number of the blocks before it. */
    private static long add(long hash, long block) {
        long mixed = hash ^ block;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Bytes on the way into blocks. */
    static final class Bytes {

        private long hash = SEED;
        private long block;
        private int bits;

        /** Adds one to three bytes that are no zeros, the first one lowest. */
        void add(int bytes) {
            if (bytes >= 1 << 8) {
                addSeveral(bytes);
                return;
            }
            block |= (long) bytes << bits;
            bits += 8;
            if (bits == Long.SIZE) {
                bits = 0;
                hash = Terms.add(hash, block);
                block = 0;
            }
        }

        private void addSeveral(int bytes) {
            int width = bytes < 1 << 16 ? 16 : 24;
            block |= (long) bytes << bits;
            bits += width;
            if (bits >= Long.SIZE) {
                bits -= Long.SIZE;
                hash = Terms.add(hash, block);
                block = bytes >>> width - bits;
            }
        }

        /** The number of the term that they make. */
        long hash() {
            return bits == 0 ? hash : Terms.add(hash, block);
        }
    }
}
