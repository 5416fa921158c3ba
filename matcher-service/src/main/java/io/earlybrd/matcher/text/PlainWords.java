package io.earlybrd.matcher.text;

import java.util.stream.Stream;

/** Reads the words of a text of which every letter folds by itself, and folds and hashes them on the way. */
final class PlainWords {

    /** Plain words that the rules take otherwise than their letters say; {@code r} because of "R & D". */
    private static final TermSet EXCEPTIONS =
            new TermSet(Stream.concat(Compounds.words().stream(), Stream.of("dotnet", "r", "js"))
                    .toList());

    /** So many characters behind the text are looked at; they are zeros, which separate. */
    static final int BEYOND = 2;

    private final char[] characters;
    private long term;
    private int start;
    private int end;
    private After after = After.UNCLEAR;

    /** @param characters of the text, and {@link #BEYOND} zeros */
    PlainWords(char[] characters) {
        this.characters = characters;
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

    /** Reads the word that begins with the letter at {@code index}. */
    void read(int index) {
        Terms.Bytes bytes = new Terms.Bytes();
        int next = index;
        char kind = kindAt(next);
        while (PlainCharacters.isLetter(kind)) {
            bytes.add(kind);
            next++;
            kind = kindAt(next);
        }
        start = index;
        end = next;
        term = bytes.hash();
        boolean exception = EXCEPTIONS.contains(term) || endsInScript();
        after = exception ? After.UNCLEAR : kind == PlainCharacters.SEPARATOR ? After.END : afterMore(kind);
    }

    /** The term that is spelled by all letters of a stretch, whatever stands between them. */
    long joined(int from, int to) {
        Terms.Bytes bytes = new Terms.Bytes();
        for (int i = from; i < to; i++) {
            char kind = kindAt(i);
            if (PlainCharacters.isLetter(kind)) {
                bytes.add(kind);
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
        return end - start == 1 && Character.isLetter(characters[start]) && !PlainCharacters.isPair(kindAt(start));
    }

    /** Whether it is more than a number. */
    boolean hasLetter() {
        for (int i = start; i < end; i++) {
            if (Character.isLetter(characters[i])) {
                return true;
            }
        }
        return false;
    }

    char kindAt(int index) {
        return PlainCharacters.kind(characters[index]);
    }

    private After afterMore(char kind) {
        char next = kindAt(end + 1);
        char character = characters[end];
        if (character == '#') {
            return end - start == 1 ? After.UNCLEAR : After.END;
        }
        if (character == '+') {
            return next == PlainCharacters.UNCLEAR || next == PlainCharacters.JOINER ? After.UNCLEAR : After.END;
        }
        boolean joiner =
                kind == PlainCharacters.JOINER || Characters.isApostrophe(character) || Characters.isHyphen(character);
        if (!joiner || next == PlainCharacters.UNCLEAR) {
            return After.UNCLEAR;
        }
        if (!PlainCharacters.isLetter(next)) {
            return After.END;
        }
        // Of ".net" and "R&D" the rules know more.
        return character == '&' || character == '.' && next == 'n' ? After.UNCLEAR : After.TIED;
    }

    private boolean endsInScript() {
        return end - start > 2 && kindAt(end - 1) == 's' && kindAt(end - 2) == 'j';
    }
}
