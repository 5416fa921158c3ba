package io.earlybrd.matcher.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text cut into words once, ready to be asked for words and phrases. */
public final class TokenisedText {

    private static final int NONE = -1;

    private final List<Token> tokens;
    /** First token of each term, and for each token the next one of the same term. */
    private final Map<String, Integer> first;

    private final int[] nextOfTerm;
    /** Index of the first token at each position. */
    private final int[] startOfPosition;

    private TokenisedText(List<Token> tokens) {
        this.tokens = tokens;
        first = new HashMap<>(tokens.size() * 2);
        nextOfTerm = new int[tokens.size()];
        int positions = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).position() + 1;
        startOfPosition = new int[positions + 1];
        startOfPosition[positions] = tokens.size();
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Integer next = first.put(tokens.get(i).term(), i);
            nextOfTerm[i] = next == null ? NONE : next;
            startOfPosition[tokens.get(i).position()] = i;
        }
    }

    /** Cuts a text into words. */
    public static TokenisedText of(String text) {
        return new TokenisedText(Tokeniser.tokens(text));
    }

    /** Every term that occurs, also those that count only within phrases. */
    public Set<String> terms() {
        return Collections.unmodifiableSet(first.keySet());
    }

    /** Number of tokens. */
    public int size() {
        return tokens.size();
    }

    /** Identity of a token's term, as {@link Terms#hash}. */
    public long term(int i) {
        return Terms.hash(tokens.get(i).term());
    }

    /** Which word of the text it is, from 0; several spellings of one word share a position. */
    public int position(int i) {
        return tokens.get(i).position();
    }

    /** Whether it is found alone, not only within phrases. */
    public boolean standsAlone(int i) {
        return tokens.get(i).kind() != Token.Kind.BOUND;
    }

    /** Where the first of these terms in a row stands, if they do. */
    public Optional<Hit> find(List<String> row) {
        for (int i = first.getOrDefault(row.get(0), NONE); i != NONE; i = nextOfTerm[i]) {
            int last = endOfRow(i, row);
            if (last != NONE) {
                return Optional.of(
                        new Hit(tokens.get(i).start(), tokens.get(last).end()));
            }
        }
        return Optional.empty();
    }

    /** The token that ends the row which begins with token {@code begin}, or {@link #NONE}. */
    private int endOfRow(int begin, List<String> row) {
        if (row.size() == 1) {
            return tokens.get(begin).kind() == Token.Kind.BOUND ? NONE : begin;
        }
        int last = begin;
        for (int i = 1; i < row.size() && last != NONE; i++) {
            last = tokenAt(tokens.get(begin).position() + i, row.get(i));
        }
        return last;
    }

    private int tokenAt(int position, String term) {
        if (position + 1 >= startOfPosition.length) {
            return NONE;
        }
        for (int i = startOfPosition[position]; i < startOfPosition[position + 1]; i++) {
            if (tokens.get(i).term().equals(term)) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * Where a word or phrase stands in a text.
     *
     * @param start in UTF-16 units
     * @param end one past its last unit
     */
    public record Hit(int start, int end) {}
}
