package io.earlybrd.matcher.query;

/** What each character is to the query language. Phones, word processors and other languages have their own forms of the plain ones. */
final class Signs {

    private static final String QUOTES = "\"“”„‟«»＂″";
    private static final String APOSTROPHES = "'‘’‚‛＇";
    private static final String MINUSES = "-−–—‐‑‒―﹣－";
    private static final String OPENING = "([{（［｛";
    private static final String CLOSING = ")]}）］｝";
    private static final String BARS = "|｜";
    private static final String COMMAS = ",;，、；،";
    private static final String PLUSES_AND_SHARPS = "+#＋♯＃";

    private Signs() {}

    static boolean isQuote(char character) {
        return QUOTES.indexOf(character) >= 0;
    }

    static boolean isApostrophe(char character) {
        return APOSTROPHES.indexOf(character) >= 0;
    }

    static boolean isMinus(char character) {
        return MINUSES.indexOf(character) >= 0;
    }

    /** Whether it says NOT directly before an item. */
    static boolean negates(char character) {
        return character == '!' || isMinus(character);
    }

    static boolean opens(char character) {
        return OPENING.indexOf(character) >= 0;
    }

    static boolean closes(char character) {
        return CLOSING.indexOf(character) >= 0;
    }

    static boolean isBar(char character) {
        return BARS.indexOf(character) >= 0;
    }

    static boolean isComma(char character) {
        return COMMAS.indexOf(character) >= 0;
    }

    static boolean isBlank(char character) {
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
        return beginsWord(character) || PLUSES_AND_SHARPS.indexOf(character) >= 0;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
