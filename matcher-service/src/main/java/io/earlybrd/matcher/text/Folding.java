package io.earlybrd.matcher.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes spellings of one word equal: case, accents, ligatures and full-width forms fold away ({@code É} is {@code e}, {@code ß} is
 * {@code ss}). Only Latin-style accents do: the marks of Japanese, Thai or Hindi carry the meaning and stay.
 */
final class Folding {

    private static final char FIRST_ACCENT = '\u0300';
    private static final char LAST_ACCENT = '\u036F';

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
        String split = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char character = split.charAt(i);
            if (character < FIRST_ACCENT || character > LAST_ACCENT) {
                append(character, folded);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Appends a character, spelled out if Unicode has no decomposition for it. */
    private static void append(char character, StringBuilder folded) {
        switch (character) {
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
