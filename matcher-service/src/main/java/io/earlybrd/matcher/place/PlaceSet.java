package io.earlybrd.matcher.place;

import java.util.Arrays;

/** A set of places that does not change. Most sets that are compared have nothing in common, which one look tells. */
final class PlaceSet {

    private final int[] sorted;
    /** A bit for each place, by its number; others may have the same one. */
    private final long bits;

    /** @param sorted the places, ascending, each once */
    PlaceSet(int[] sorted) {
        this.sorted = sorted;
        long all = 0;
        for (int place : sorted) {
            all |= bit(place);
        }
        bits = all;
    }

    /** The places, ascending; not to be changed. */
    int[] sorted() {
        return sorted;
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    boolean has(int place) {
        return (bits & bit(place)) != 0 && Arrays.binarySearch(sorted, place) >= 0;
    }

    /** Whether they have one in common. The smaller is gone through, the larger looked up. */
    boolean meets(PlaceSet other) {
        if ((bits & other.bits) == 0) {
            return false;
        }
        boolean isSmaller = sorted.length <= other.sorted.length;
        PlaceSet many = isSmaller ? other : this;
        for (int place : (isSmaller ? this : other).sorted) {
            if (many.has(place)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaceSet set && Arrays.equals(sorted, set.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    private static long bit(int place) {
        return 1L << (place * 0x9E3779B9 >>> 26);
    }
}
