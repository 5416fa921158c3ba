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
        if (size * 4L > slots.keys.length * 3L) {
            slots = slots.doubled();
        }
        slots.put(key, number);
    }

    private static final class Slots {

        private final long[] keys;
        /** The number and one, so that 0 is a free place. */
        private final int[] numbers;

        Slots(int capacity) {
            keys = new long[capacity];
            numbers = new int[capacity];
        }

        int get(long key) {
            int mask = keys.length - 1;
            for (int i = spread(key) & mask; numbers[i] != 0; i = i + 1 & mask) {
                if (keys[i] == key) {
                    return numbers[i] - 1;
                }
            }
            return ABSENT;
        }

        void put(long key, int number) {
            int mask = keys.length - 1;
            int i = spread(key) & mask;
            while (numbers[i] != 0 && keys[i] != key) {
                i = i + 1 & mask;
            }
            keys[i] = key;
            numbers[i] = number + 1;
        }

        Slots doubled() {
            Slots larger = new Slots(keys.length * 2);
            for (int i = 0; i < keys.length; i++) {
                if (numbers[i] != 0) {
                    larger.put(keys[i], numbers[i] - 1);
                }
            }
            return larger;
        }

        private static int spread(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 32);
        }
    }
}
