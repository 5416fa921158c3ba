package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Token.Kind;
import java.util.Arrays;

/** The tokens of a text in order, one column for each thing that is known of them. */
final class Tokens {

    private static final Kind[] KINDS = Kind.values();

    /** A word and the blank after it take at least so many characters, on average. */
    private static final int CHARACTERS_PER_TOKEN = 5;

    private static final int LEAST_ROOM = 8;

    private long[] terms;
    private int[] positions;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private int size;
    private boolean mayHoldIdioms;

    /** Room for the tokens of a text of this length, and for more if it has them. */
    Tokens(int length) {
        int room = length / CHARACTERS_PER_TOKEN + LEAST_ROOM;
        terms = new long[room];
        positions = new int[room];
        starts = new int[room];
        ends = new int[room];
        kinds = new byte[room];
    }

    int size() {
        return size;
    }

    long term(int index) {
        return terms[index];
    }

    int position(int index) {
        return positions[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    Kind kind(int index) {
        return KINDS[kinds[index]];
    }

    void add(long term, int position, int start, int end, Kind kind) {
        if (size == terms.length) {
            grow();
        }
        terms[size] = term;
        positions[size] = position;
        starts[size] = start;
        ends[size] = end;
        kinds[size] = (byte) kind.ordinal();
        size++;
        mayHoldIdioms |= Idioms.mayHold(term);
    }

    /** Whether a term is among them that may be part of an idiom. */
    boolean mayHoldIdioms() {
        return mayHoldIdioms;
    }

    /** Lets a token count only within phrases. */
    void bind(int index) {
        kinds[index] = (byte) Kind.BOUND.ordinal();
    }

    private void grow() {
        int room = size * 2;
        terms = Arrays.copyOf(terms, room);
        positions = Arrays.copyOf(positions, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        kinds = Arrays.copyOf(kinds, room);
    }
}
