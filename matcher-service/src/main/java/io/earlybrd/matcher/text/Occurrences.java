package io.earlybrd.matcher.text;

import java.util.concurrent.ThreadLocalRandom;

/** Where each term of a text stands: a hash table of first tokens, and from each token on the next one of the same term. */
final class Occurrences {

    static final int NONE = -1;

    /**
     * Odd, and different in each process: who writes a job to fill one slot with different terms would have to know it
     * (multiplicative hashing is universal: Dietzfelbinger et al., "A Reliable Randomized Algorithm for the Closest-Pair Problem",
     * 1997). Nothing but the time of a search depends on it.
     */
    private static final long MULTIPLIER = ThreadLocalRandom.current().nextLong() | 1;

    private final Tokens tokens;
    private final int shift;
    /** One more than the first token of the term in this slot; 0 in an empty one. */
    private final int[] slots;

    private final int[] next;

    Occurrences(Tokens tokens) {
        this.tokens = tokens;
        next = new int[tokens.size()];
        // At most half of the slots are taken.
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(tokens.size()) + 1;
        slots = new int[1 << bits];
        shift = Long.SIZE - bits;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            int slot = slot(tokens.term(i));
            next[i] = slots[slot] - 1;
            slots[slot] = i + 1;
        }
    }

    /** The first token of a term, or {@link #NONE}. */
    int first(long term) {
        return slots[slot(term)] - 1;
    }

    /** The next token of the same term, or {@link #NONE}. */
    int next(int token) {
        return next[token];
    }

    /** The slot that a term has, or would have. */
    private int slot(long term) {
        int slot = (int) (term * MULTIPLIER >>> shift);
        while (slots[slot] != 0 && tokens.term(slots[slot] - 1) != term) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
