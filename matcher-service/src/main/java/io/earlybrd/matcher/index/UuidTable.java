package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;

/**
 * Numbers for ids, from 0 and without gaps but for those that were removed, which are given again; below 2^26, as all slots are. Takes
 * 16 bytes an id and about 5 for finding it. Used by one thread at a time.
 */
final class UuidTable {

    static final int ABSENT = -1;

    private static final int NUMBER_BITS = 26;

    /** Of a place that is taken; the other bits are of the hash, so that a look at the ids, far away in memory, is seldom in vain. */
    private static final int NUMBER = (1 << NUMBER_BITS) - 1;

    private static final int FREE = 0;
    /** Stands for no number, since a place holds its number and one. */
    private static final int REMOVED = ~NUMBER;

    /** In the first four columns, from high to low. */
    private final IntRows rows;
    /** Numbers and one, each with bits of the hash, by hash with linear probing. */
    private int[] places = new int[16];

    private int taken;
    private int size;
    private int next;
    private int[] removed = new int[4];
    private int removedCount;

    /** @param rows where the ids are kept, in the first four columns of the row of their number; the other columns are others' */
    UuidTable(IntRows rows) {
        this.rows = rows;
    }

    /** How many ids there are. */
    int size() {
        return size;
    }

    /** The number of an id, or {@link #ABSENT}. */
    int find(UUID id) {
        int place = placeOf(id);
        return place < 0 ? ABSENT : number(places[place]);
    }

    /** Gives an id that is not there a number. */
    int add(UUID id) {
        if ((taken + 1) * 10L > places.length * 9L) {
            rehash();
        }
        int number = removedCount > 0 ? removed[--removedCount] : next++;
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        rows.set(number, 0, (int) (high >>> 32));
        rows.set(number, 1, (int) high);
        rows.set(number, 2, (int) (low >>> 32));
        rows.set(number, 3, (int) low);
        place(number, hash(high, low));
        size++;
        return number;
    }

    /** Forgets an id that is there. */
    void remove(UUID id) {
        int place = placeOf(id);
        if (removedCount == removed.length) {
            removed = Arrays.copyOf(removed, removedCount * 2);
        }
        removed[removedCount++] = number(places[place]);
        places[place] = REMOVED;
        size--;
    }

    /** The id in a copy of its row. */
    static UUID uuid(int[] row, int at) {
        return new UUID(joined(row[at], row[at + 1]), joined(row[at + 2], row[at + 3]));
    }

    private long high(int number) {
        return joined(rows.get(number, 0), rows.get(number, 1));
    }

    private long low(int number) {
        return joined(rows.get(number, 2), rows.get(number, 3));
    }

    private static long joined(int high, int low) {
        return (long) high << 32 | low & 0xFFFFFFFFL;
    }

    private int placeOf(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int hash = hash(high, low);
        int mark = mark(hash);
        for (int i = first(hash); places[i] != FREE; i = i + 1 == places.length ? 0 : i + 1) {
            if ((places[i] & ~NUMBER) == mark && places[i] != REMOVED) {
                int number = number(places[i]);
                if (low(number) == low && high(number) == high) {
                    return i;
                }
            }
        }
        return ABSENT;
    }

    private void place(int number, int hash) {
        int i = first(hash);
        while (places[i] != FREE) {
            i = i + 1 == places.length ? 0 : i + 1;
        }
        places[i] = mark(hash) | number + 1;
        taken++;
    }

    /** In the order of the numbers, so that the ids are read one after the other. */
    private void rehash() {
        BitSet free = new BitSet();
        for (int i = 0; i < removedCount; i++) {
            free.set(removed[i]);
        }
        places = new int[Math.max(16, size + (size >> 2) + (size >> 3) + 2)];
        taken = 0;
        for (int number = free.nextClearBit(0); number < next; number = free.nextClearBit(number + 1)) {
            place(number, hash(high(number), low(number)));
        }
    }

    private static int number(int place) {
        return (place & NUMBER) - 1;
    }

    /** Bits of the hash that {@link #first} hardly looks at. */
    private static int mark(int hash) {
        return hash << NUMBER_BITS;
    }

    /** Spreads hashes over any number of places. */
    private int first(int hash) {
        return (int) ((hash & 0xFFFFFFFFL) * places.length >>> 32);
    }

    private static int hash(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L + low;
        return (int) (mixed * 0xD6E8FEB86659FD93L >>> 32);
    }
}
