package io.earlybrd.matcher.place;

import java.util.Arrays;

/** A growing set of numbers, sorted when it is done. */
final class Ids {

    static final int[] NONE = {};

    private int[] ids = NONE;
    private int size;

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, Math.max(16, size * 2));
        }
        ids[size++] = id;
    }

    void addAll(int[] more) {
        for (int id : more) {
            add(id);
        }
    }

    boolean has(int id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }

    /** All of them, ascending, each once. */
    int[] sorted() {
        if (size == 0) {
            return NONE;
        }
        Arrays.sort(ids, 0, size);
        int distinct = 1;
        for (int i = 1; i < size; i++) {
            if (ids[i] != ids[i - 1]) {
                ids[distinct++] = ids[i];
            }
        }
        return Arrays.copyOf(ids, distinct);
    }

    /** All of them as a set. */
    PlaceSet set() {
        return new PlaceSet(sorted());
    }
}
