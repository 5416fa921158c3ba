package io.earlybrd.matcher.index;

/**
 * Numbers from 0 by keys of 64 bits, by open addressing with linear probing. One thread adds at a time; a reader beside it finds a key
 * that was there before, and may or may not find one that is being added.
 */
final class LongTable {

    static final int ABSENT = -1;

    private static final int FIRST_CAPACITY = 16;

    private volatile Slots slots = new Slots(FIRST_CAPACITY);
    private int size;

    /** The number of a key, or {@link #ABSENT}. */
    int get(long key) {
        return slots.get(key);
    }

    /** Gives a key its number, which must not be negative. */
    void put(long key, int number) {
        if (slots.get(key) == ABSENT) {
            size++;
        }
        if (slots.isFull(size)) {
            slots = slots.doubled();
        }
        slots.put(key, number);
    }

    private static final class Slots {

        /** Keys, each with its number and one behind it, so that 0 is a free place and one look reads both. */
        private final long[] entries;

        /** Eight bits for each entry, of which a key has one: most keys that are not there are known by it, without a look at the entries. */
        private final long[] marks;

        private final int mask;

        Slots(int capacity) {
            entries = new long[2 * capacity];
            marks = new long[Math.max(1, capacity >> 3)];
            mask = capacity - 1;
        }

        int get(long key) {
            int mark = mark(key);
            if ((marks[mark >>> 6] >>> mark & 1) == 0) {
                return ABSENT;
            }
            for (int i = spread(key) & mask; entries[2 * i + 1] != 0; i = i + 1 & mask) {
                if (entries[2 * i] == key) {
                    return (int) entries[2 * i + 1] - 1;
                }
            }
            return ABSENT;
        }

        void put(long key, int number) {
            int i = spread(key) & mask;
            while (entries[2 * i + 1] != 0 && entries[2 * i] != key) {
                i = i + 1 & mask;
            }
            entries[2 * i] = key;
            entries[2 * i + 1] = number + 1L;
            int mark = mark(key);
            marks[mark >>> 6] |= 1L << mark;
        }

        boolean isFull(int size) {
            return size * 4L > (mask + 1) * 3L;
        }

        Slots doubled() {
            Slots larger = new Slots(2 * (mask + 1));
            for (int i = 0; i <= mask; i++) {
                if (entries[2 * i + 1] != 0) {
                    larger.put(entries[2 * i], (int) entries[2 * i + 1] - 1);
                }
            }
            return larger;
        }

        private int mark(long key) {
            return (int) (key * 0xD6E8FEB86659FD93L >>> 32) & (marks.length << 6) - 1;
        }

        private static int spread(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 32);
        }
    }
}
