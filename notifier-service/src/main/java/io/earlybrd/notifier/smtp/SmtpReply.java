package io.earlybrd.notifier.smtp;

import java.util.List;

/**
 * What a server answered.
 *
 * @param code the three digits
 * @param lines the text of each line
 */
record SmtpReply(int code, List<String> lines) {

    boolean isPositive() {
        return code >= 200 && code < 400;
    }

    String text() {
        return String.join(" ", lines);
    }

    /** Whether some line is this keyword, alone or with parameters: {@code AUTH PLAIN LOGIN}. */
    boolean offers(String keyword) {
        return lines.stream().anyMatch(line -> line.equalsIgnoreCase(keyword) || startsWith(line, keyword + " "));
    }

    /** Whether a keyword's line names this parameter. */
    boolean offers(String keyword, String parameter) {
        return lines.stream()
                .filter(line -> startsWith(line, keyword + " "))
                .anyMatch(line -> (line + " ").toUpperCase().contains(" " + parameter + " "));
    }

    private static boolean startsWith(String line, String start) {
        return line.regionMatches(true, 0, start, 0, start.length());
    }
}
