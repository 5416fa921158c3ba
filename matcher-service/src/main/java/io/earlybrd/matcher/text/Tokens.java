package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Token.Kind;
import java.util.Arrays;

/** The tokens of a text in order, in columns. */
final class Tokens {

    private static final Kind[] KINDS = Kind.values();

    private static final int WORD = Kind.WORD.ordinal();

    /** A word and the blank after it take at least so many characters, on average. */
    private static final int CHARACTERS_PER_TOKEN = 5;

    private static final int LEAST_ROOM = 8;

    private static final int KIND_BITS = 2;
    private static final int KIND = (1 << KIND_BITS) - 1;

    private long[] terms;
    /** Start and end. */
    private long[] places;
    /** Position and kind. Columns are as few as are asked together, since each one takes time to write. */
    private int[] positions;

    private int size;
    private boolean mayHoldIdioms;

    /** Room for the tokens of a text of this length, and for more if it has them. */
    Tokens(int length) {
        int room = length / CHARACTERS_PER_TOKEN + LEAST_ROOM;
        terms = new long[room];
        places = new long[room];
        positions = new int[room];
    }

    int size() {
        return size;
    }

    long term(int index) {
        return terms[index];
    }

    int position(int index) {
        return positions[index] >>> KIND_BITS;
    }

    int start(int index) {
        return (int) (places[index] >>> Integer.SIZE);
    }

    int end(int index) {
        return (int) places[index];
    }

    Kind kind(int index) {
        return KINDS[positions[index] & KIND];
    }

    void add(long term, int position, int start, int end, Kind kind) {
        reserve(1);
        put(term, position, start, end, kind.ordinal());
        mayHoldIdioms |= Idioms.mayHold(term);
    }

    /** Makes room for so many plain words. */
    void reserve(int words) {
        while (size + words > terms.length) {
            grow();
        }
    }

    /** Adds a word that is part of no idiom, and for which there is room. */
    void addPlain(long term, int position, int start, int end) {
        put(term, position, start, end, WORD);
    }

    /** Whether a term is among them that may be part of an idiom. */
    boolean mayHoldIdioms() {
        return mayHoldIdioms;
    }

    /** Lets a token count only within phrases. */
    void bind(int index) {
        positions[index] = positions[index] & ~KIND | Kind.BOUND.ordinal();
    }

    private void put(long term, int position, int start, int end, int kind) {
        terms[size] = term;
        places[size] = (long) start << Integer.SIZE | end;
        positions[size] = position << KIND_BITS | kind;
        size++;
    }

    private void grow() {
        int room = terms.length * 2;
        terms = Arrays.copyOf(terms, room);
        places = Arrays.copyOf(places, room);
        positions = Arrays.copyOf(positions, room);
    }
}
