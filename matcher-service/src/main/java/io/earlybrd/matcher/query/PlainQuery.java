package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Clause.Term;
import io.earlybrd.matcher.text.Tokeniser;
import java.util.List;

/**
 * Goes through a query of the plainest form without making a tree of it: words and phrases of ASCII with blanks between them, each perhaps
 * behind a prefix, a minus, or both, or in brackets as alternatives. Most queries are like that. What a piece says does not depend on
 * what stands around it. Whatever else there is, mistakes among it, is not plain, and {@link Query#parse} has to read it.
 */
public final class PlainQuery {

    /** In UTF-16 units; no longer one can exceed {@link Query#MAX_LENGTH} where it is written out. */
    private static final int LONGEST = 200;

    private static final char[] OR = " OR ".toCharArray();
    private static final char[] TITLE = Scope.TITLE.prefix().toCharArray();
    private static final char[] COMPANY = Scope.COMPANY.prefix().toCharArray();
    private static final char[][] OPERATORS = {"or".toCharArray(), "and".toCharArray(), "not".toCharArray()};
    private static final int CASE = 'a' - 'A';

    /** With a zero behind it, so that what is looked for ends there. */
    private final char[] text;

    private final int length;
    private final long seed;
    private boolean plain;
    private int start;
    /** One past the piece, and past the bracket behind it. */
    private int at;

    private int end;
    private Scope scope;
    private boolean quoted;
    private boolean excluded;
    private boolean bracketed;
    private boolean hasAlternative;
    private long hash;

    /** @param seed of the {@link #hash} of each piece */
    public PlainQuery(String text, long seed) {
        this.seed = seed;
        length = text.length();
        plain = length <= LONGEST;
        this.text = new char[plain ? length + 1 : 1];
        if (plain) {
            text.getChars(0, length, this.text, 0);
        }
    }

    /** Goes to the next piece; false if there is none, or what follows is not plain. */
    public boolean next() {
        if (!plain) {
            return false;
        }
        if (hasAlternative) {
            at += OR.length;
        } else {
            while (isAt(' ')) {
                at++;
            }
            if (at == length) {
                return false;
            }
            excluded = pass('-');
            bracketed = pass('(');
        }
        start = at;
        plain = passPiece();
        end = at;
        hasAlternative = bracketed && isAt(OR);
        if (!hasAlternative) {
            plain &= (!bracketed || pass(')')) && (at == length || isAt(' '));
        }
        return plain;
    }

    /** Whether all that was met was plain. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether the piece must not hold; nor must any of its alternatives. */
    public boolean isExcluded() {
        return excluded;
    }

    /** Whether the next piece is an alternative to this one. */
    public boolean hasAlternative() {
        return hasAlternative;
    }

    /** The piece as {@link Query#parse} reads it. */
    public Term term() {
        int first = start + scope.prefix().length() + (quoted ? 1 : 0);
        String written = new String(text, first, (quoted ? end - 1 : end) - first);
        return new Term(scope, written, quoted, Tokeniser.spelled(written), List.of(), new Span(start, end));
    }

    /** The piece as one number: who does not know the seed cannot make another one with the same. */
    public long hash() {
        return hash;
    }

    /** Goes past a piece; false if it is none, or may be an operator where it stands. */
    private boolean passPiece() {
        scope = isAt(TITLE) ? Scope.TITLE : isAt(COMPANY) ? Scope.COMPANY : Scope.TEXT;
        at += scope.prefix().length();
        quoted = pass('"');
        int first = at;
        // Each character is looked at once, since nobody can foretell where a piece ends.
        long mixed = mixed(seed, scope.ordinal() << 1 | (quoted ? 1 : 0));
        int i = at;
        char next = text[i];
        if (next == '.') {
            mixed = mixed(mixed, next);
            next = text[++i];
        }
        if (!Signs.isPlain(next)) {
            return false;
        }
        if (quoted) {
            while (Signs.isPlainInPhrase(next)) {
                mixed = mixed(mixed, next);
                next = text[++i];
            }
        } else {
            // Two of "&" are an operator.
            while (Signs.isPlainInWord(next) || next == '&' && Signs.isPlain(text[i + 1])) {
                mixed = mixed(mixed, next);
                next = text[++i];
            }
        }
        hash = mixed;
        at = i;
        if (quoted) {
            return pass('"');
        }
        char last = text[at - 1];
        return last != '.' && last != '-' && last != '/' && !isOperator(first);
    }

    private static long mixed(long hash, int next) {
        long mixed = (hash ^ next) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    private boolean isOperator(int first) {
        for (char[] operator : OPERATORS) {
            boolean same = at - first == operator.length;
            for (int i = 0; same && i < operator.length; i++) {
                same = (text[first + i] | CASE) == operator[i];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    private boolean pass(char character) {
        boolean there = isAt(character);
        if (there) {
            at++;
        }
        return there;
    }

    private boolean isAt(char[] characters) {
        for (int i = 0; i < characters.length; i++) {
            if (text[at + i] != characters[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(char character) {
        return text[at] == character;
    }
}
