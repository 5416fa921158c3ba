package io.earlybrd.matcher.query;

/**
 * A range of a query's text.
 *
 * @param start in UTF-16 units
 * @param end one past its last unit
 */
public record Span(int start, int end) {

    /** The part of the text that it covers. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** Whether another one lies within it. */
    public boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }
}
