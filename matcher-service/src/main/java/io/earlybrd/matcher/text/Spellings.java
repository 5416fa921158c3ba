package io.earlybrd.matcher.text;

import java.util.List;

/**
 * The spellings under which a text of a query is found, each a row of terms.
 *
 * @param terms folded; empty if the text holds no word
 * @param rows the same as numbers, one for one; see {@link Terms}
 */
public record Spellings(List<List<String>> terms, List<long[]> rows) {

    /** These rows of folded terms. */
    public static Spellings of(List<List<String>> terms) {
        long[][] rows = new long[terms.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Terms.row(terms.get(i));
        }
        return new Spellings(List.copyOf(terms), List.of(rows));
    }
}
