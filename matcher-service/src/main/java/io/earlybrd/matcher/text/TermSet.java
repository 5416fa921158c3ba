package io.earlybrd.matcher.text;

import java.util.Collection;

/** A few terms, to be asked for each word of a text. */
final class TermSet {

    /** Slots for each term, so that the first one nearly always decides. */
    private static final int ROOM = 8;

    private final long[] slots;

    TermSet(Collection<String> terms) {
        slots = new long[Integer.highestOneBit(Math.max(1, terms.size()) * ROOM)];
        for (String term : terms) {
            long hash = Terms.hash(term);
            int slot = slot(hash);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
        }
    }

    boolean contains(long term) {
        int slot = slot(term);
        while (slots[slot] != term) {
            if (slots[slot] == 0) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return true;
    }

    private int slot(long term) {
        return (int) term & slots.length - 1;
    }
}
