package io.earlybrd.matcher.place;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a place's text as numbers, and what stands between them.
 *
 * <p>A word is its 64-bit hash, so nothing is allocated for an ASCII word, and the gazetteer keeps no names: with 60,000 names the
 * odds that some other word hits one of them are 1 in 10<sup>14</sup>. Case, accents, apostrophes and the dots of abbreviations fold
 * away; Chinese, Japanese, Korean and Thai characters are one word each; saint, fort and mount are as their abbreviations.
 */
final class PlaceWords {

    /** What stands before a word; a name never goes beyond a {@link #COMMA}. */
    static final int BLANK = 0;

    /** A hyphen that is glued to both words. */
    static final int HYPHEN = 1;

    static final int COMMA = 2;

    /** A dash, a colon or a bracket. */
    static final int DASH = 3;

    /** A slash, an ampersand or a plus: what follows is another place. */
    static final int LIST = 4;

    /** A semicolon, a bar, a bullet or a line break: what follows is another place, and a new matter. */
    static final int BREAK = 5;

    /** Words that are read; what follows them is {@link #isCut()} off. */
    static final int MAX_WORDS = 256;

    private static final long SEED = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private static final long SAINT = hashOf("saint");
    private static final long ST = hashOf("st");
    private static final long MOUNT = hashOf("mount");
    private static final long MT = hashOf("mt");
    private static final long FORT = hashOf("fort");
    private static final long FT = hashOf("ft");

    private static final int NUMBER = 1;
    private static final int CAPITALS = 2;
    private static final int CLOSES = 4;

    private final String text;
    private long[] hashes = new long[8];
    private byte[] gaps = new byte[8];
    private byte[] flags = new byte[8];
    private byte[] lengths = new byte[8];
    private int size;
    private int gap = BREAK;
    private int closing;
    private boolean hasLower;
    private boolean cut;

    private PlaceWords(String text) {
        this.text = text;
        scan();
    }

    static PlaceWords of(String text) {
        return new PlaceWords(text);
    }

    /** The hash of a name of one or more words, whatever stands between them. */
    static long name(String text) {
        PlaceWords words = of(text);
        return words.hash(0, words.size);
    }

    int size() {
        return size;
    }

    /** Whether there is more than was read. */
    boolean isCut() {
        return cut;
    }

    /** The hash of the name that {@code length} words from {@code first} on make. */
    long hash(int first, int length) {
        long name = 0;
        for (int i = first; i < first + length; i++) {
            name = append(name, hashes[i]);
        }
        return name;
    }

    /** The hash of a name that goes on with one more word. */
    static long append(long name, long word) {
        long mixed = (name ^ word) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    long word(int index) {
        return hashes[index];
    }

    /** What stands before a word; {@link #BREAK} before the first. */
    int gap(int index) {
        return gaps[index];
    }

    /** What stands behind a word; {@link #BREAK} behind the last. */
    int gapAfter(int index) {
        return index + 1 < size ? gaps[index + 1] : BREAK;
    }

    /** Whether a bracket closes between the word before and this one. */
    boolean closesBefore(int index) {
        return (flags[index] & CLOSES) != 0;
    }

    boolean isNumber(int index) {
        return (flags[index] & NUMBER) != 0;
    }

    /** Whether it can be a code: two or three letters, all capitals, or alone between commas, dashes or hyphens. */
    boolean maybeCode(int index) {
        int length = lengths[index];
        return length >= 1
                && length <= 3
                && ((flags[index] & CAPITALS) != 0 || gaps[index] >= HYPHEN && gapAfter(index) >= HYPHEN);
    }

    /** Whether capitals tell a code from a word here: they do not if everything is written in them. */
    boolean isCodeRatherThanWord(int index) {
        return (flags[index] & CAPITALS) != 0 && (hasLower || gaps[index] == COMMA || gapAfter(index) == COMMA);
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isAsciiWord(c)) {
                at = asciiWord(at);
            } else if (c >= 0x80 && isWord(c)) {
                at = otherWord(at);
            } else {
                separate(at);
                at++;
            }
            if (size == MAX_WORDS) {
                cut = !text.substring(at).isBlank();
                return;
            }
        }
    }

    private int asciiWord(int start) {
        long hash = SEED;
        int letters = 0;
        boolean digits = true;
        boolean capitals = true;
        boolean dotted = false;
        int at = start;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 'A' && c <= 'Z') {
                hash = (hash ^ (c | 0x20)) * PRIME;
                digits = false;
                letters++;
            } else if (c >= 'a' && c <= 'z') {
                hash = (hash ^ c) * PRIME;
                digits = false;
                capitals = false;
                letters++;
            } else if (c >= '0' && c <= '9') {
                hash = (hash ^ c) * PRIME;
                letters++;
            } else if (c == '.' && (letters == 1 || dotted) && isAbbreviated(at)) {
                dotted = true;
            } else if (!isApostropheWithin(c, at)) {
                break;
            }
        }
        if (at < text.length() && text.charAt(at) >= 0x80 && isWord(text.charAt(at))) {
            return otherWord(start);
        }
        hasLower |= !capitals;
        add(hash, letters, (digits ? NUMBER : 0) | (capitals && !digits ? CAPITALS : 0));
        return at;
    }

    /** Whether the dot stands within an abbreviation such as U.S.A.: one letter follows. */
    private boolean isAbbreviated(int dot) {
        return dot + 1 < text.length()
                && isAsciiLetter(text.charAt(dot + 1))
                && (dot + 2 >= text.length() || !isAsciiWord(text.charAt(dot + 2)));
    }

    private boolean isApostropheWithin(char c, int at) {
        return isApostrophe(c) && at + 1 < text.length() && isWord(text.charAt(at + 1));
    }

    private int otherWord(int start) {
        int end = start;
        while (end < text.length() && (isWord(text.charAt(end)) || isApostropheWithin(text.charAt(end), end))) {
            end++;
        }
        String folded = fold(text.substring(start, end));
        long hash = SEED;
        int letters = 0;
        for (int i = 0; i < folded.length() && size < MAX_WORDS; i++) {
            char c = folded.charAt(i);
            if (standsAlone(c)) {
                if (letters > 0) {
                    add(hash, letters, 0);
                }
                add((SEED ^ c) * PRIME, Byte.MAX_VALUE, 0);
                hash = SEED;
                letters = 0;
            } else {
                hash = (hash ^ c) * PRIME;
                letters++;
            }
        }
        if (letters > 0 && size < MAX_WORDS) {
            add(hash, letters, 0);
        }
        hasLower = true;
        return end;
    }

    private static String fold(String word) {
        String split = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char c = split.charAt(i);
            switch (c) {
                case 'ß' -> folded.append("ss");
                case 'æ' -> folded.append("ae");
                case 'œ' -> folded.append("oe");
                case 'ø' -> folded.append('o');
                case 'ł' -> folded.append('l');
                case 'đ', 'ð' -> folded.append('d');
                case 'þ' -> folded.append("th");
                case 'ħ' -> folded.append('h');
                case 'ı' -> folded.append('i');
                default -> {
                    if (Character.isLetterOrDigit(c)) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }

    private void separate(int at) {
        char c = text.charAt(at);
        switch (c) {
            case ',', '，', '、' -> gap = Math.max(gap, COMMA);
            case '-', '\u2010', '\u2011' -> gap = Math.max(gap, isGlued(at) ? HYPHEN : DASH);
            case '\u2012', '\u2013', '\u2014', ':', '(', '[', '{', '<', '>', '@' -> gap = Math.max(gap, DASH);
            case ')', ']', '}' -> {
                gap = Math.max(gap, DASH);
                closing = CLOSES;
            }
            case '/', '&', '+' -> gap = Math.max(gap, LIST);
            case ';', '|', '\u2022', '\u00B7', '\u2027', '\n', '\r' -> gap = BREAK;
            default -> {
                // A blank, or what says nothing.
            }
        }
    }

    private boolean isGlued(int hyphen) {
        return hyphen > 0
                && hyphen + 1 < text.length()
                && isWord(text.charAt(hyphen - 1))
                && isWord(text.charAt(hyphen + 1));
    }

    private void add(long hash, int letters, int flag) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            gaps = Arrays.copyOf(gaps, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        hashes[size] = hash == SAINT ? ST : hash == MOUNT ? MT : hash == FORT ? FT : hash;
        gaps[size] = (byte) gap;
        flags[size] = (byte) (flag | closing);
        lengths[size] = (byte) Math.min(letters, Byte.MAX_VALUE);
        size++;
        gap = BLANK;
        closing = 0;
    }

    private static long hashOf(String word) {
        long hash = SEED;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isAsciiWord(char c) {
        return isAsciiLetter(c) || c >= '0' && c <= '9';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '\u02BB' || c == '`';
    }

    /** Letters, digits, and marks that belong to the letter before them. */
    private static boolean isWord(char c) {
        return isAsciiWord(c)
                || c >= 0x80 && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** Scripts without blanks between words. */
    private static boolean standsAlone(char c) {
        return c >= 0x0E00
                && (c <= 0x0EFF
                        || c >= 0x1000 && c <= 0x109F
                        || c >= 0x1780 && c <= 0x17FF
                        || c >= 0x3040 && c <= 0xD7A3);
    }
}
