package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Token.Kind;
import java.util.Optional;

/**
 * A text cut into tokens once, ready to be asked for words and phrases. A token is a word in one of its spellings; they are numbered
 * in the order of the text, and those of one word share a position. Immutable.
 */
public final class TokenisedText {

    /** As long as a description may be; of a longer text so much is cut, and what comes after it is not found. */
    public static final int MOST_CHARACTERS = 50_000;

    /** How much earlier a text may end, so that it ends after a whole word. */
    private static final int LONGEST_CUT_WORD = 100;

    private final Tokens tokens;
    /** Made when it is first asked for; a race makes it twice, and both are the same. */
    private Occurrences occurrences;

    private TokenisedText(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Cuts a text into tokens by the rules of {@link Tokeniser}. */
    public static TokenisedText of(String text) {
        return new TokenisedText(Cutter.cut(beginning(text)));
    }

    /** How many tokens it has. */
    public int size() {
        return tokens.size();
    }

    /** The term of a token, as in {@link Terms}. */
    public long term(int token) {
        return tokens.term(token);
    }

    /** Which word of the text a token is, from 0; never less than that of the token before it. */
    public int position(int token) {
        return tokens.position(token);
    }

    /** Where the word begins, in UTF-16 units of the text. */
    public int start(int token) {
        return tokens.start(token);
    }

    /** One past the last unit of the word. */
    public int end(int token) {
        return tokens.end(token);
    }

    /** Whether it is found alone; if not, only as part of a phrase: the {@code c} of {@code C-level} is not the language. */
    public boolean standsAlone(int token) {
        return tokens.kind(token) != Kind.BOUND;
    }

    /**
     * Where the first of these terms in a row stands, if they do.
     *
     * @param row at least one term, as in {@link Terms}
     */
    public Optional<Hit> find(long[] row) {
        Occurrences found = occurrences();
        for (int i = found.first(row[0]); i != Occurrences.NONE; i = found.next(i)) {
            int last = row.length == 1 ? wordAt(i) : endOfRow(i, row);
            if (last != Occurrences.NONE) {
                return Optional.of(new Hit(start(i), end(last)));
            }
        }
        return Optional.empty();
    }

    private static String beginning(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS;
        while (end > MOST_CHARACTERS - LONGEST_CUT_WORD && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        boolean betweenWords = Character.isWhitespace(text.charAt(end));
        return text.substring(0, betweenWords ? end : MOST_CHARACTERS);
    }

    private int wordAt(int token) {
        return standsAlone(token) ? token : Occurrences.NONE;
    }

    /** The token that ends the row which begins with token {@code begin}, or none. */
    private int endOfRow(int begin, long[] row) {
        int token = begin;
        for (int i = 1; i < row.length; i++) {
            int position = position(begin) + i;
            while (token < size()
                    && (position(token) < position || position(token) == position && term(token) != row[i])) {
                token++;
            }
            if (token == size() || position(token) != position) {
                return Occurrences.NONE;
            }
        }
        return token;
    }

    private Occurrences occurrences() {
        Occurrences known = occurrences;
        if (known == null) {
            known = new Occurrences(tokens);
            occurrences = known;
        }
        return known;
    }

    /**
     * Where a word or phrase stands in a text.
     *
     * @param start in UTF-16 units
     * @param end one past its last unit
     */
    public record Hit(int start, int end) {}
}
