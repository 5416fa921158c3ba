package io.earlybrd.matcher.match;

/** A few words around a hit, for people. */
final class Excerpt {

    private static final int AROUND = 40;

    private Excerpt() {}

    /** The hit with whole words before and after it, on one line; ellipses where the text was cut. */
    static String of(String text, FieldHit hit) {
        int start = hit.start() <= AROUND ? 0 : wordStart(text, hit.start() - AROUND, hit.start());
        int end = text.length() - hit.end() <= AROUND ? text.length() : wordEnd(text, hit.end() + AROUND, hit.end());
        String cut = text.substring(start, end).replaceAll("\\s+", " ").strip();
        return (start > 0 ? "…" : "") + cut + (end < text.length() ? "…" : "");
    }

    private static int wordStart(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return to;
    }

    private static int wordEnd(String text, int from, int to) {
        for (int i = from; i > to; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i - 1;
            }
        }
        return to;
    }
}
