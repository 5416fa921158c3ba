package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Token.Kind;

/**
 * Plain words that are tied by hyphens, apostrophes and dots, such as "data-driven", "we're" and "U.S.". They become the same tokens
 * as a {@link Chunk} of them.
 */
final class TiedWords {

    /** More are left to the rules. */
    private static final int MOST = 8;

    private static final long POSSESSIVE = Terms.hash("s");

    private final String text;
    private final PlainWords words;
    private final long[] terms = new long[MOST];
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private final boolean[] letters = new boolean[MOST];
    private final boolean[] numbers = new boolean[MOST];
    private int size;

    TiedWords(String text, PlainWords words) {
        this.text = text;
        this.words = words;
    }

    /** Reads on from the first word, which has been read; false if the rules must be asked. */
    boolean read() {
        size = 0;
        add();
        while (words.after() == PlainWords.After.TIED && size < MOST) {
            words.read(words.end() + 1);
            add();
        }
        if (Characters.isApostrophe(joiner(size - 1)) && terms[size - 1] == POSSESSIVE) {
            size--;
        }
        return words.after() == PlainWords.After.END;
    }

    /** Adds their tokens from a position on, and returns the position after them. */
    int addTo(Tokens tokens, int position) {
        int end = ends[size - 1];
        if (size == 1 || areInitials()) {
            tokens.add(words.joined(starts[0], end), position, starts[0], end, Kind.WORD);
            return position + 1;
        }
        boolean named = canBeJoined();
        long joined = words.joined(starts[0], end);
        for (int i = 0; i < size; i++) {
            tokens.add(terms[i], position + i, starts[i], ends[i], isBound(i) ? Kind.BOUND : Kind.WORD);
            if (named && (i == 0 || i == size - 1)) {
                tokens.add(joined, position + i, starts[0], end, Kind.SPELLING);
            }
        }
        return position + size;
    }

    private void add() {
        terms[size] = words.term();
        starts[size] = words.start();
        ends[size] = words.end();
        letters[size] = words.isLetter();
        numbers[size] = !words.hasLetter();
        size++;
    }

    private boolean areInitials() {
        for (int i = 0; i < size; i++) {
            if (!letters[i] || i > 0 && joiner(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private boolean canBeJoined() {
        for (int i = 0; i < size; i++) {
            if (numbers[i]) {
                return false;
            }
        }
        return size <= Chunk.MOST_JOINED;
    }

    private boolean isBound(int index) {
        boolean tied = index > 0 && !Characters.isHyphen(joiner(index))
                || index + 1 < size && !Characters.isHyphen(joiner(index + 1));
        return tied && letters[index];
    }

    /** What ties a word to the one before it. */
    private char joiner(int index) {
        return index == 0 ? Chunk.NOTHING : text.charAt(ends[index - 1]);
    }
}
