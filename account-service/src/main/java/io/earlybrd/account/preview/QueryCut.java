package io.earlybrd.account.preview;

/**
 * The place in a query where reading it failed: a cut of at most 36 characters, with a caret to go below.
 *
 * @param before text before the place, with an ellipsis if it was cut
 * @param mark the character at the place; empty if that is the end
 * @param after text after it
 * @param indent blanks up to the caret
 * @param column the place, from 1
 */
public record QueryCut(String before, String mark, String after, String indent, int column) {

    private static final int WIDTH = 36;
    private static final int LEAD = 11;
    private static final String ELLIPSIS = "…";

    /** Cuts a query around a column, which counts code points from 1. */
    public static QueryCut of(String query, int column) {
        int[] points = query.codePoints().toArray();
        int at = Math.max(0, Math.min(column - 1, points.length));
        int from = at <= LEAD ? 0 : at - LEAD + 1;
        int room = WIDTH - (from > 0 ? 1 : 0);
        int to = Math.min(points.length, from + room);
        boolean cut = to < points.length;
        if (cut) {
            to--;
        }
        String before = (from > 0 ? ELLIPSIS : "") + text(points, from, at);
        String mark = at < points.length ? text(points, at, at + 1) : "";
        String after = at < points.length ? text(points, at + 1, Math.max(at + 1, to)) + (cut ? ELLIPSIS : "") : "";
        return new QueryCut(before, mark, after, " ".repeat(before.codePointCount(0, before.length())), at + 1);
    }

    private static String text(int[] points, int from, int to) {
        return new String(points, from, to - from);
    }
}
