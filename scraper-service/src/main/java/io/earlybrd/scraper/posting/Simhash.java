package io.earlybrd.scraper.posting;

import java.util.List;

/**
 * A fingerprint of a text of which few bits differ where few words do (Charikar, "Similarity estimation techniques from rounding
 * algorithms", 2002; Manku, Jain and Das Sarma, "Detecting near-duplicates for web crawling", 2007). Stored: it must stay as it is.
 */
final class Simhash {

    /** Words that stand together count together: the same words in another order are another text. */
    private static final int SHINGLE = 3;

    private Simhash() {}

    /** The fingerprint of these words. */
    static long of(List<String> words) {
        int[] sums = new int[Long.SIZE];
        for (int i = 0; i + SHINGLE <= Math.max(words.size(), SHINGLE); i++) {
            long hash = 0;
            for (String word : words.subList(i, Math.min(i + SHINGLE, words.size()))) {
                hash = mixed(hash * 31 + hash(word));
            }
            for (int bit = 0; bit < Long.SIZE; bit++) {
                sums[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long fingerprint = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (sums[bit] > 0) {
                fingerprint |= 1L << bit;
            }
        }
        return fingerprint;
    }

    /** In how many bits two fingerprints differ. */
    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    /** FNV-1a. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64: each bit of the result depends on all of the hash. */
    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
