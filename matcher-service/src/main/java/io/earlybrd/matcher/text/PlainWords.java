package io.earlybrd.matcher.text;

import java.util.HashSet;
import java.util.Set;

/** Reads the words of a text of which every letter folds by itself, and folds and hashes them on the way. */
final class PlainWords {

    /** Plain words that the rules take otherwise than their letters say; {@code r} because of "R & D". */
    private static final Set<String> EXCEPTIONS = union(Compounds.words(), Set.of("dotnet", "r", "js"));

    private static final TermSet EXCEPTIONAL = new TermSet(EXCEPTIONS);

    /** Besides those, what may be part of an idiom. */
    private static final TermSet NOTABLE = new TermSet(union(EXCEPTIONS, Idioms.IDIOMS.keySet()));

    private static final byte J = PlainCharacters.kind('j');
    private static final byte N = PlainCharacters.kind('n');
    private static final byte S = PlainCharacters.kind('s');

    private final String text;
    private final byte[] kinds;
    private long term;
    private int start;
    private int end;
    private After after = After.UNCLEAR;

    /** @param kinds of the characters of the text, and zeros for two more */
    PlainWords(String text, byte[] kinds) {
        this.text = text;
        this.kinds = kinds;
    }

    /** What follows a word. */
    enum After {
        /** Nothing that belongs to it. */
        END,
        /** A hyphen, an apostrophe or a dot, and then a plain word that is tied to it. */
        TIED,
        /** What only the rules can tell; or they must be asked for the word itself. */
        UNCLEAR
    }

    /** The term of a word of ASCII letters. */
    long term(int from, int to) {
        return Terms.hash(kinds, from, to);
    }

    /**
     * Whether a word of ASCII letters may be an exception or part of an idiom; one that is none seldom may. Of those that end in
     * {@code js} the letter before the last one tells.
     */
    boolean mayBeNotable(long word, int to) {
        return NOTABLE.mayContain(word) || to > 1 && kinds[to - 2] == J;
    }

    /** Whether {@code .net} may begin with the dot at {@code index}. */
    boolean mayBeDotNet(int index) {
        return kinds[index + 1] == N;
    }

    /** Reads the word that begins with the letter at {@code index}. */
    void read(int index) {
        start = index;
        end = index;
        while (PlainCharacters.isAscii(kinds[end])) {
            end++;
        }
        if (kinds[end] == PlainCharacters.LETTER) {
            while (PlainCharacters.isLetter(kinds[end])) {
                end++;
            }
            term = joined(start, end);
        } else {
            term = term(start, end);
        }
        after = EXCEPTIONAL.contains(term) || endsInScript() ? After.UNCLEAR : readAfter();
    }

    /** The term that is spelled by all letters of a stretch, whatever stands between them. */
    long joined(int from, int to) {
        Terms.Bytes bytes = new Terms.Bytes();
        for (int i = from; i < to; i++) {
            if (PlainCharacters.isLetter(kinds[i])) {
                bytes.add(PlainCharacters.bytes(text.charAt(i)));
            }
        }
        return bytes.hash();
    }

    long term() {
        return term;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    After after() {
        return after;
    }

    /** Whether it is nothing but one letter, which may mean little by itself. */
    boolean isLetter() {
        char letter = text.charAt(start);
        return end - start == 1 && Character.isLetter(letter) && !PlainCharacters.isPair(PlainCharacters.bytes(letter));
    }

    /** Whether it is more than a number. */
    boolean hasLetter() {
        for (int i = start; i < end; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private After readAfter() {
        byte next = kinds[end + 1];
        return switch (kinds[end]) {
            case PlainCharacters.SEPARATOR -> After.END;
            case PlainCharacters.HYPHEN, PlainCharacters.APOSTROPHE -> tiedTo(next);
            // Of ".net" and "R&D" the rules know more.
            case PlainCharacters.DOT -> mayBeDotNet(end) ? After.UNCLEAR : tiedTo(next);
            case PlainCharacters.AMPERSAND -> PlainCharacters.isLetter(next) ? After.UNCLEAR : tiedTo(next);
            case PlainCharacters.PLUS -> next == PlainCharacters.PLUS ? After.UNCLEAR : After.END;
            case PlainCharacters.SHARP -> end - start == 1 ? After.UNCLEAR : After.END;
            default -> After.UNCLEAR;
        };
    }

    private static After tiedTo(byte next) {
        if (PlainCharacters.isLetter(next)) {
            return After.TIED;
        }
        return next == PlainCharacters.UNCLEAR ? After.UNCLEAR : After.END;
    }

    private boolean endsInScript() {
        return end - start > 2 && kinds[end - 1] == S && kinds[end - 2] == J;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new HashSet<>(some);
        union.addAll(others);
        return union;
    }
}
