package io.earlybrd.matcher.text;

import java.util.Collection;

/** A few terms, to be asked for each word of a text. */
final class TermSet {

    /** Slots for each term, so that the first one nearly always decides. */
    private static final int ROOM = 8;

    /** Bits for each term, of which one is set; so of other terms one in a hundred or so seems to be among them. */
    private static final int BITS = 128;

    private final long[] slots;
    private final long[] bits;

    TermSet(Collection<String> terms) {
        slots = new long[Integer.highestOneBit(Math.max(1, terms.size()) * ROOM)];
        bits = new long[Integer.highestOneBit(Math.max(1, terms.size()) * BITS / Long.SIZE)];
        for (String term : terms) {
            long hash = Terms.hash(term);
            int slot = slot(hash);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
            bits[word(hash)] |= 1L << hash;
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

    /** Whether a term may be among them: always if it is, seldom otherwise. No branch, since none could be foreseen. */
    boolean mayContain(long term) {
        return (bits[word(term)] >>> term & 1) != 0;
    }

    private int slot(long term) {
        return (int) term & slots.length - 1;
    }

    /** Where the bit of a term is; which one it is there, its lowest bits tell. */
    private int word(long term) {
        return (int) (term >>> Integer.SIZE) & bits.length - 1;
    }
}
