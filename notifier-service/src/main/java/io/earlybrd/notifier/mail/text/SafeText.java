package io.earlybrd.notifier.mail.text;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Makes text of strangers harmless in a header, a line of text or a page; HTML is escaped by the templates besides. */
public final class SafeText {

    private static final int ELLIPSIS = '…';

    /** A line end to some programs, though Java counts it as a control character only. */
    private static final int NEXT_LINE = 0x85;

    private static final Set<String> LINKED_SCHEMES = Set.of("http", "https");

    private SafeText() {}

    /**
     * One line without control characters, line ends, direction marks, invisible characters and halves of surrogate pairs; runs of
     * blanks become one.
     *
     * @param maxLength in characters; a longer text ends in an ellipsis
     */
    public static String oneLine(String text, int maxLength) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), maxLength + 1));
        text.codePoints().forEach(character -> {
            boolean blank = isBlank(character);
            if (blank && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            } else if (!blank && isVisible(character)) {
                line.appendCodePoint(character);
            }
        });
        return cut(line.toString().strip(), maxLength);
    }

    /** The address as text if it may be a link in a mail: an absolute one of the web, without line ends or blanks. */
    public static Optional<String> link(URI address) {
        boolean web = address.getScheme() != null
                && LINKED_SCHEMES.contains(address.getScheme().toLowerCase());
        return web && address.getHost() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == NEXT_LINE;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            // FORMAT holds the marks that turn text around, zero-width joiners and the like.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String cut(String text, int maxLength) {
        if (text.codePointCount(0, text.length()) <= maxLength) {
            return text;
        }
        int end = text.offsetByCodePoints(0, maxLength - 1);
        return new StringBuilder(text.substring(0, end).strip())
                .appendCodePoint(ELLIPSIS)
                .toString();
    }
}
