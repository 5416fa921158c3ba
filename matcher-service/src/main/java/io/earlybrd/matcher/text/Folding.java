package io.earlybrd.matcher.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes spellings of one word equal: case, accents, ligatures and full-width forms fold away ({@code É} is {@code e}, {@code ß} is
 * {@code ss}, {@code ς} is {@code σ}). Only Latin-style accents do: the marks of Japanese, Thai or Hindi carry the meaning and stay.
 */
final class Folding {

    private static final char FIRST_ACCENT = '\u0300';
    private static final char LAST_ACCENT = '\u036F';

    private static final char CAPITAL_SIGMA = 'Σ';
    private static final char SIGMA = 'σ';
    private static final char FINAL_SIGMA = 'ς';

    /**
     * A run of marks is put into the order of Unicode one by one, which takes time in the square of its length. No language needs as
     * many as this (UAX #15, stream-safe text), so those that follow are dropped.
     */
    private static final int MOST_MARKS = 30;

    private Folding() {}

    /** The folded form of a part of a text; empty if it holds nothing but accents and invisible characters. */
    static String fold(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= 0x80) {
                return foldUnicode(text.substring(start, end));
            }
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static String foldUnicode(String word) {
        String split = Normalizer.normalize(withoutExcess(word), Normalizer.Form.NFKD)
                // Else the end of the word is sought at each one, which takes time in the square of their number.
                .replace(CAPITAL_SIGMA, SIGMA)
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char character = split.charAt(i);
            if (character < FIRST_ACCENT || character > LAST_ACCENT) {
                append(character, folded);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static String withoutExcess(String word) {
        if (word.length() <= MOST_MARKS) {
            return word;
        }
        StringBuilder kept = new StringBuilder(word.length());
        int marks = 0;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            int character = word.codePointAt(i);
            marks = Characters.isMark(character) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                kept.appendCodePoint(character);
            }
        }
        return kept.toString();
    }

    /** Appends a character, spelled out if Unicode has no decomposition for it. */
    private static void append(char character, StringBuilder folded) {
        switch (character) {
            case FINAL_SIGMA -> folded.append(SIGMA);
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
                if (!Characters.isInvisible(character)) {
                    folded.append(character);
                }
            }
        }
    }
}
