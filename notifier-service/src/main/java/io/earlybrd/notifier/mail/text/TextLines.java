package io.earlybrd.notifier.mail.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks the text part of a mail into lines that every mail program shows whole. */
public final class TextLines {

    /** Longest line, but for addresses: RFC 5322, section 2.1.1, asks for 78 at most. */
    public static final int MAX_LENGTH = 77;

    private TextLines() {}

    /** The text with every line at most {@link #MAX_LENGTH} long, except a line that is an address; indents are kept. */
    public static String wrap(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            if (line.length() <= MAX_LENGTH || line.stripLeading().matches("https?://\\S+")) {
                lines.add(line.stripTrailing());
            } else {
                wrapLine(line, lines);
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private static void wrapLine(String line, List<String> lines) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String rest = line.stripTrailing();
        while (rest.length() > MAX_LENGTH) {
            int end = rest.lastIndexOf(' ', MAX_LENGTH);
            if (end <= indent.length()) {
                // No blank to break at; a pair of surrogates stays together.
                end = Character.isHighSurrogate(rest.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = indent + rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }
}
