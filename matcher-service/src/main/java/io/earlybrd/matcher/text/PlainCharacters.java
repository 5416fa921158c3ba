package io.earlybrd.matcher.text;

/**
 * What a character is where nothing but plain words and what separates them stands around it, as one byte, so that eight of them can
 * be looked at together. A letter or digit that folds to one of ASCII is that, with the highest bit set, which no other has. Those
 * that say nothing by themselves but after a word come first; the others have the second highest bit set.
 */
final class PlainCharacters {

    /** Only separates words; as does what follows a text, which is zeros. */
    static final byte SEPARATOR = 0;

    static final byte HYPHEN = 1;
    static final byte APOSTROPHE = 2;
    static final byte AMPERSAND = 3;
    static final byte PLUS = 4;
    static final byte DOT = 5;

    /** Must be looked at wherever it stands; so must all that follow here. */
    static final byte SHARP = 0x40;

    /** A letter or digit that folds to something else than one character of ASCII: see {@link #bytes}. */
    static final byte LETTER = 0x41;

    /** A word by itself that is as it is when folded: an ideograph, kana or Hangul syllable. */
    static final byte WORD = 0x42;

    /** Needs all rules. */
    static final byte UNCLEAR = 0x43;

    private static final int ASCII = 0x7F;

    /** Below are Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters, which fold one by one whatever stands around them. */
    private static final char FOLDED_BY_THEMSELVES = 0x700;

    /** Of every character, so that none has to be compared with a bound. */
    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

    /** What letters and digits fold to. */
    private static final char[] BYTES = new char[FOLDED_BY_THEMSELVES];

    static {
        for (int character = 0; character < KINDS.length; character++) {
            KINDS[character] = kindByRules((char) character);
        }
    }

    private PlainCharacters() {}

    /** Of each character of a text, and separators behind. */
    static byte[] kinds(String text, int separators) {
        char[] characters = text.toCharArray();
        byte[] kinds = new byte[characters.length + separators];
        for (int i = 0; i < characters.length; i++) {
            kinds[i] = KINDS[characters[i]];
        }
        return kinds;
    }

    /** One of the constants above, or an ASCII letter or digit with its highest bit set. */
    static byte kind(char character) {
        return KINDS[character];
    }

    /** Whether it is a letter or digit that folds to one of ASCII. */
    static boolean isAscii(byte kind) {
        return kind < 0;
    }

    /** Whether it is a letter or digit that folds by itself. */
    static boolean isLetter(byte kind) {
        return isAscii(kind) || kind == LETTER;
    }

    /** The one or two {@link Terms#bytes} that a letter or digit folds to. */
    static char bytes(char letter) {
        return BYTES[letter];
    }

    /** Whether two letters have become of one, as of {@code ß}. */
    static boolean isPair(char bytes) {
        return bytes > 0xFF && (bytes & 0x80) == 0;
    }

    private static byte kindByRules(char character) {
        if (standsAlone(character)) {
            return WORD;
        }
        if (Characters.isWord(character)) {
            return character < FOLDED_BY_THEMSELVES ? letter(character) : UNCLEAR;
        }
        if (Characters.isHyphen(character)) {
            return HYPHEN;
        }
        if (Characters.isApostrophe(character)) {
            return APOSTROPHE;
        }
        if (Characters.isPlus(character)) {
            return PLUS;
        }
        if (Characters.isSharp(character)) {
            return SHARP;
        }
        return switch (character) {
            case '&' -> AMPERSAND;
            case '.' -> DOT;
            default -> Character.isSurrogate(character) ? UNCLEAR : SEPARATOR;
        };
    }

    private static boolean standsAlone(char character) {
        return character >= 0x3041
                && (character <= 0x3096
                        || character >= 0x30A1 && character <= 0x30FA
                        || character == 0x30FC
                        || character >= 0x4E00 && character <= 0x9FA5
                        || character >= 0xAC00 && character <= 0xD7A3);
    }

    private static byte letter(char letter) {
        char bytes = folded(letter);
        BYTES[letter] = bytes;
        return bytes == 0 ? UNCLEAR : bytes <= ASCII ? (byte) (bytes | ~ASCII) : LETTER;
    }

    /** The bytes that a letter or digit folds to; 0 if it does not by itself. */
    private static char folded(char letter) {
        String folded = Folding.fold(String.valueOf(letter), 0, 1);
        boolean word = !Characters.isAttached(letter) && folded.chars().allMatch(Character::isLetterOrDigit);
        if (word && folded.length() == 1 && folded.charAt(0) < 0x800) {
            return (char) Terms.bytes(folded.charAt(0));
        }
        // A j might make a compound: see Compounds.
        boolean pair = word && folded.length() == 2 && folded.chars().allMatch(part -> part < 0x80 && part != 'j');
        return pair ? (char) (folded.charAt(0) | folded.charAt(1) << Byte.SIZE) : 0;
    }
}
