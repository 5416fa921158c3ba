package io.earlybrd.matcher.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Some characters of a text looked at together: where words of ASCII letters and digits begin and end among them, a bit for each
 * character, the first one lowest. So the words are found without a branch for each character, of which the last one of a word is
 * always a surprise to the processor (Langdale, Lemire, "Parsing Gigabytes of JSON per Second", VLDB Journal 28, 2019).
 */
final class Block {

    /** So many characters. */
    static final int LENGTH = Long.SIZE - 1;

    /** So many kinds are read from the first one on. The last one only tells what follows the last character. */
    static final int READ = Long.SIZE;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    /** All bits but that of the character behind. */
    private static final long FIRST = Long.MAX_VALUE;

    /** Moves the lowest bits of eight bytes into the highest byte, in order. */
    private static final long GATHER = 0x0102_0408_1020_4080L;

    private final byte[] kinds;
    private long letters;
    private long stops;

    /** @param kinds of the characters, as in {@link PlainCharacters}, and zeros for {@link #READ} more */
    Block(byte[] kinds) {
        this.kinds = kinds;
    }

    /** Looks at the characters from here on, before which no word has begun. */
    void moveTo(int index) {
        long ascii = 0;
        long others = 0;
        long special = 0;
        for (int i = 0; i < READ; i += Long.BYTES) {
            long eight = (long) EIGHT.get(kinds, index + i);
            long eightOthers = others(eight);
            ascii |= gather(eight & HIGHEST_BITS) << i;
            others |= gather(eightOthers) << i;
            special |= eightOthers & eight << 1;
        }
        letters = ascii & FIRST;
        // What follows a word belongs to it only if something follows that.
        stops = others & (ascii | others) >>> 1 & FIRST;
        if (special != 0) {
            stops |= special(index) & FIRST;
        }
    }

    /** The first characters of plain words. */
    long starts() {
        return letters & ~(letters << 1);
    }

    /** The characters behind the words that end before the first stop. */
    long ends() {
        return ~letters & letters << 1 & (stops & -stops) - 1 & FIRST;
    }

    /** What has to be looked at closely, and so has a word that ends there. */
    long stops() {
        return stops;
    }

    /** Those that are looked at wherever they stand; asked for seldom. */
    private long special(int index) {
        long special = 0;
        for (int i = 0; i < READ; i += Long.BYTES) {
            long eight = (long) EIGHT.get(kinds, index + i);
            special |= gather(others(eight) & eight << 1) << i;
        }
        return special;
    }

    /** The highest bits of those bytes that are neither letters nor separators. */
    private static long others(long eight) {
        // Never carries into the next byte.
        long notZero = (eight & ~HIGHEST_BITS) + ~HIGHEST_BITS;
        return notZero & ~eight & HIGHEST_BITS;
    }

    private static long gather(long highestBits) {
        return (highestBits >>> 7) * GATHER >>> 56;
    }
}
