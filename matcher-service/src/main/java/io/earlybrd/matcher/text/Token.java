package io.earlybrd.matcher.text;

/**
 * One word of a text, folded for comparison.
 *
 * @param term the folded word
 * @param position counts the words of the text from 0; several spellings of one word share a position
 * @param start of the word in the text, in UTF-16 units
 * @param end one past its last unit
 * @param kind where it may be found
 */
public record Token(String term, int position, int start, int end, Kind kind) {

    /** Where a word may be found. */
    public enum Kind {
        /** Alone and within phrases. */
        WORD,
        /** Only within phrases: the {@code c} of {@code C-level} is not the language. */
        BOUND,
        /** Alone and within phrases: another spelling of the word or words at its position. */
        SPELLING
    }
}
