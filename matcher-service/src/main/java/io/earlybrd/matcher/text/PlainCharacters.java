package io.earlybrd.matcher.text;

/**
 * What a character is where nothing but plain words and what separates them stands around it. A letter or digit that folds one by one
 * is what it folds to, as bytes of a term; of every other character it is only said whether it separates words, ties them, or has to
 * be left to {@link ChunkScanner}.
 */
final class PlainCharacters {

    /** Only separates words. */
    static final char SEPARATOR = 0;

    /** Separates words unless a word follows at once: one of {@code - ' . & + #}. */
    static final char JOINER = 1;

    /** Needs all rules. */
    static final char UNCLEAR = 2;

    /** Below are Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters, which fold one by one whatever stands around them. */
    private static final char FOLDED_BY_THEMSELVES = 0x700;

    /** Of every character, so that none has to be compared with a bound. */
    private static final char[] KINDS = new char[Character.MAX_VALUE + 1];

    static {
        for (int character = 0; character < KINDS.length; character++) {
            KINDS[character] = "-'.&+#".indexOf(character) >= 0 ? JOINER : kindByRules((char) character);
        }
    }

    private PlainCharacters() {}

    /** One of the constants above, or the one or two {@link Terms#bytes} that a letter or digit folds to. */
    static char kind(char character) {
        return KINDS[character];
    }

    static boolean isLetter(char kind) {
        return kind > UNCLEAR;
    }

    /** Whether two letters have become of one, as of {@code ß}. */
    static boolean isPair(char kind) {
        return kind > 0xFF && (kind & 0x80) == 0;
    }

    /** Whether it is a word by itself that is as it is when folded: an ideograph, kana or Hangul syllable. */
    static boolean standsAlone(char character) {
        return character >= 0x3041
                && (character <= 0x3096
                        || character >= 0x30A1 && character <= 0x30FA
                        || character == 0x30FC
                        || character >= 0x4E00 && character <= 0x9FA5
                        || character >= 0xAC00 && character <= 0xD7A3);
    }

    private static char kindByRules(char character) {
        if (Characters.isWord(character)) {
            return character < FOLDED_BY_THEMSELVES ? folded(character) : UNCLEAR;
        }
        boolean plain = !Character.isSurrogate(character)
                && !Characters.isHyphen(character)
                && !Characters.isApostrophe(character)
                && !Characters.isPlus(character)
                && !Characters.isSharp(character);
        return plain ? SEPARATOR : UNCLEAR;
    }

    private static char folded(char letter) {
        String folded = Folding.fold(String.valueOf(letter), 0, 1);
        boolean word = !Characters.isAttached(letter) && folded.chars().allMatch(Character::isLetterOrDigit);
        if (word && folded.length() == 1 && folded.charAt(0) < 0x800) {
            return (char) Terms.bytes(folded.charAt(0));
        }
        // A j might make a compound: see Compounds.
        boolean pair = word && folded.length() == 2 && folded.chars().allMatch(part -> part < 0x80 && part != 'j');
        return pair ? (char) (folded.charAt(0) | folded.charAt(1) << Byte.SIZE) : UNCLEAR;
    }
}
