package io.earlybrd.notifier.mail;

import java.util.Map;

/**
 * What one mail says.
 *
 * @param from who it is from
 * @param to address of the recipient
 * @param subject one line
 * @param text the text part
 * @param html the HTML part, with the same facts
 * @param headers further headers; their values are single lines of ASCII
 */
public record Letter(
        MailDomain.From from, String to, String subject, String text, String html, Map<String, String> headers) {

    public Letter {
        headers = Map.copyOf(headers);
    }

    /** Without the address and what is said. */
    @Override
    public String toString() {
        return "Letter[headers=" + headers.keySet() + "]";
    }
}
