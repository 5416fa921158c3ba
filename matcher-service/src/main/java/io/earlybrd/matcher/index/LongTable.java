package io.earlybrd.matcher.index;

/**
 * Numbers from 0 by keys of 64 bits, by open addressing with linear probing. One thread adds at a time; a reader beside it finds a key
 * that was there before, and may or may not find one that is being added.
 */
final class LongTable {

    static final int ABSENT = -1;

    private static final int FIRST_CAPACITY = 16;

    private static final int LOWER = 1;
    private static final int NUMBER = 2;
    private static final int WIDTH = 3;

    private volatile Slots slots = new Slots(FIRST_CAPACITY);
    private int size;

    /** The number of a key, or {@link #ABSENT}. */
    int get(long key) {
        return slots.get(key);
    }

    /** The same, sooner if the key is there and later if it is not. */
    int getKnown(long key) {
        return slots.getKnown(key);
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

        /** Keys, their upper half first, each with its number and one behind it, so that 0 is a free place and one look reads all. */
        private final int[] entries;

        /** Eight bits for each entry, of which a key has one: most keys that are not there are known by it, without a look at the entries. */
        private final long[] marks;

        private final int mask;

        Slots(int capacity) {
            entries = new int[WIDTH * capacity];
            marks = new long[Math.max(1, capacity >> 3)];
            mask = capacity - 1;
        }

        int get(long key) {
            int mark = mark(key);
            if ((marks[mark >>> 6] >>> mark & 1) == 0) {
                return ABSENT;
            }
            return getKnown(key);
        }

        int getKnown(long key) {
            return entries[place(key) + NUMBER] - 1;
        }

        void put(long key, int number) {
            int place = place(key);
            entries[place] = (int) (key >>> 32);
            entries[place + LOWER] = (int) key;
            entries[place + NUMBER] = number + 1;
            int mark = mark(key);
            marks[mark >>> 6] |= 1L << mark;
        }

        boolean isFull(int size) {
            return size * 4L > (mask + 1) * 3L;
        }

        Slots doubled() {
            Slots larger = new Slots(2 * (mask + 1));
            for (int place = 0; place < entries.length; place += WIDTH) {
                if (entries[place + NUMBER] != 0) {
                    larger.put(key(place), entries[place + NUMBER] - 1);
                }
            }
            return larger;
        }

        /** Where a key is, or where it belongs. */
        private int place(long key) {
            int i = spread(key) & mask;
            while (entries[WIDTH * i + NUMBER] != 0 && key(WIDTH * i) != key) {
                i = i + 1 & mask;
            }
            return WIDTH * i;
        }

        private long key(int place) {
            return (long) entries[place] << 32 | entries[place + LOWER] & 0xFFFFFFFFL;
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
