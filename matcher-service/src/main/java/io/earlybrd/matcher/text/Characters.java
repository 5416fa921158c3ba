package io.earlybrd.matcher.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What each character is to the tokeniser. */
final class Characters {

    /** Scripts without blanks between words, or with endings glued on: every character is a word of its own. */
    private static final Set<UnicodeScript> CHARACTER_IS_WORD = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final int FIRST_OF_THOSE_SCRIPTS = 0x0E00;
    private static final int LONG_VOWEL = 0x30FC;

    private Characters() {}

    /** Whether it can be part of a word. */
    static boolean isWord(int character) {
        return Character.isLetterOrDigit(character) || isAttached(character);
    }

    /** Whether it belongs to the character before it: an accent, or something invisible such as a soft hyphen. */
    static boolean isAttached(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> isInvisible(character);
            default -> false;
        };
    }

    /** Whether it stands above, below or behind the character before it: also the half-width voicing marks, which are letters. */
    static boolean isMark(int character) {
        return isAttached(character) || character == 0xFF9E || character == 0xFF9F;
    }

    /** Soft hyphen, zero-width blanks and joiners, byte order mark. */
    static boolean isInvisible(int character) {
        return character == 0x00AD
                || character >= 0x200B && character <= 0x200D
                || character == 0x2060
                || character == 0xFEFF;
    }

    /** Whether each character of its script is a word. */
    static boolean standsAlone(int character) {
        return character >= FIRST_OF_THOSE_SCRIPTS
                && (character == LONG_VOWEL || CHARACTER_IS_WORD.contains(UnicodeScript.of(character)));
    }

    static boolean isHyphen(char character) {
        return character == '-' || character == '\u2010' || character == '\u2011' || character == '\uFF0D';
    }

    static boolean isApostrophe(char character) {
        return character == '\''
                || character == '\u2019'
                || character == '\u2018'
                || character == '\u02BC'
                || character == '\uFF07';
    }

    static boolean isPlus(char character) {
        return character == '+' || character == '\uFF0B';
    }

    static boolean isSharp(char character) {
        return character == '#' || character == '\u266F' || character == '\uFF03';
    }
}
