package io.earlybrd.bench.corpus;

import java.util.SplittableRandom;

/** Random numbers that belong to the n-th of something, whatever was drawn before. */
final class Draws {

    private Draws() {}

    /** SplittableRandom only counts up from its seed, so seeds that count up too would give the same numbers again. */
    static SplittableRandom of(long seed, long n) {
        long mixed = seed ^ n * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return new SplittableRandom(mixed ^ mixed >>> 33);
    }
}
