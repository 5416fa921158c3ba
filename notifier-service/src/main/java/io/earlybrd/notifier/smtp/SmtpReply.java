package io.earlybrd.notifier.smtp;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a server answered.
 *
 * @param code the three digits
 * @param lines the text of each line
 */
record SmtpReply(int code, List<String> lines) {

    private static final int REFUSED = 400;
    private static final int GO_ON = 300;

    boolean isRefusal() {
        return code >= REFUSED;
    }

    /** Whether the server has done what it was asked for. */
    boolean isDone() {
        return code < GO_ON;
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

    /** The number that stands behind a keyword, if it is one that a number can hold. */
    OptionalLong numberOf(String keyword) {
        return lines.stream()
                .filter(line -> startsWith(line, keyword + " "))
                .map(line -> line.substring(keyword.length() + 1).strip())
                .filter(number -> number.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static boolean startsWith(String line, String start) {
        return line.regionMatches(true, 0, start, 0, start.length());
    }
}
