package io.earlybrd.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One mail as it came over the wire.
 *
 * @param id number that grows with every mail
 * @param sender address of the envelope, empty for a bounce
 * @param recipients addresses of the envelope, in order
 * @param receivedAt when its last byte had come
 * @param raw its bytes: headers and body, as sent
 * @param accepted whether the server took it; where the server was told to end the connection, it may have been taken
 *     although the client never heard so
 */
public record ReceivedMail(
        long id, String sender, List<String> recipients, Instant receivedAt, byte[] raw, boolean accepted) {

    /** Whether it was sent to this address. */
    public boolean isTo(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        return recipients.stream()
                .anyMatch(recipient -> recipient.toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** Its text as sent, undecoded. */
    public String source() {
        return new String(raw, StandardCharsets.UTF_8);
    }

    /** Subject, decoded; empty where there is none. */
    public String subject() {
        return header("Subject").orElse("");
    }

    /** First header of this name, decoded and unfolded. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All headers of this name, in order, decoded and unfolded. */
    public List<String> headers(String name) {
        return content().headers(name);
    }

    /** Message-ID with its angle brackets. */
    public String messageId() {
        return header("Message-ID").orElse("");
    }

    /** The plain-text part, or empty. */
    public String text() {
        return content().part("text/plain").orElse("");
    }

    /** The HTML part, or empty. */
    public String html() {
        return content().part("text/html").orElse("");
    }

    /** Addresses of all web links, of the text part and then of the HTML part, each once. */
    public List<String> links() {
        return MailLinks.of(text(), html());
    }

    private MailContent content() {
        return MailContent.of(raw);
    }
}
