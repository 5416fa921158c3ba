package io.earlybrd.matcher.query;

/** What each character is to the query language. Phones, word processors and other languages have their own forms of the plain ones. */
final class Signs {

    private static final Kind QUOTES = new Kind("\"“”„‟«»＂″");
    private static final Kind APOSTROPHES = new Kind("'‘’‚‛＇");
    private static final Kind MINUSES = new Kind("-−–—‐‑‒―﹣－");
    private static final Kind OPENING = new Kind("([{（［｛");
    private static final Kind CLOSING = new Kind(")]}）］｝");
    private static final Kind BARS = new Kind("|｜");
    private static final Kind COMMAS = new Kind(",;，、；،");
    private static final Kind PLUSES_AND_SHARPS = new Kind("+#＋♯＃");
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final Kind PLAIN = new Kind(LETTERS_AND_DIGITS);
    private static final Kind PLAIN_IN_WORD = new Kind(LETTERS_AND_DIGITS + "+#-./");

    private Signs() {}

    static boolean isQuote(char character) {
        return QUOTES.has(character);
    }

    static boolean isApostrophe(char character) {
        return APOSTROPHES.has(character);
    }

    static boolean isMinus(char character) {
        return MINUSES.has(character);
    }

    /** Whether it says NOT directly before an item. */
    static boolean negates(char character) {
        return character == '!' || isMinus(character);
    }

    static boolean opens(char character) {
        return OPENING.has(character);
    }

    static boolean closes(char character) {
        return CLOSING.has(character);
    }

    static boolean isBar(char character) {
        return BARS.has(character);
    }

    static boolean isComma(char character) {
        return COMMAS.has(character);
    }

    /** Whether it is a plain letter or digit, which is never a sign. */
    static boolean isPlain(char character) {
        return PLAIN.has(character);
    }

    /** Whether it is part of a word that began with a plain one, whatever stands around it; there are more of these. */
    static boolean isPlainInWord(char character) {
        return PLAIN_IN_WORD.has(character);
    }

    /** Whether it is part of a phrase, and ASCII that is seen. */
    static boolean isPlainInPhrase(char character) {
        return character >= ' ' && character < 0x7F && character != '"';
    }

    static boolean isBlank(char character) {
        if (character <= 0x7F) {
            return character <= ' ' || character == 0x7F;
        }
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    /** Whether it separates lexemes where one might begin: besides blanks, what nobody sees, such as a mark of direction. */
    static boolean separates(char character) {
        return isBlank(character) || isComma(character) || Character.getType(character) == Character.FORMAT;
    }

    /** Whether a word may begin with it. */
    static boolean beginsWord(int character) {
        return Character.isLetterOrDigit(character) || isMark(character);
    }

    /** Whether a word may end with it: {@code C++}, {@code C#}. */
    static boolean endsWord(int character) {
        return beginsWord(character) || PLUSES_AND_SHARPS.has(character);
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Some characters; those of ASCII, which are asked for most, are bits of two words. */
    private static final class Kind {

        private final String all;
        private final long low;
        private final long high;

        Kind(String all) {
            this.all = all;
            low = all.chars().filter(c -> c < 64).mapToLong(c -> 1L << c).sum();
            high = all.chars()
                    .filter(c -> c >= 64 && c < 128)
                    .mapToLong(c -> 1L << c)
                    .sum();
        }

        boolean has(int character) {
            return character < 128
                    ? ((character < 64 ? low : high) >>> character & 1) != 0
                    : all.indexOf(character) >= 0;
        }
    }
}
