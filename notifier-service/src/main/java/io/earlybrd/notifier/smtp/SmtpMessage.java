package io.earlybrd.notifier.smtp;

import io.vertx.core.buffer.Buffer;
import java.util.regex.Pattern;

/**
 * A mail as it goes over the wire.
 *
 * @param from address of the envelope's sender
 * @param to address of the one recipient
 * @param content headers and body with the dot that ends them
 */
public record SmtpMessage(String from, String to, Buffer content) {

    /** Nothing that could end the command or the address. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\\p{Cntrl}]{1,320}");

    /**
     * @throws IllegalArgumentException if an address could be read as more than an address
     */
    public SmtpMessage {
        if (!ADDRESS.matcher(from).matches() || !isAddress(to)) {
            throw new IllegalArgumentException("not an address");
        }
    }

    /** Whether a text can be given to a server as an address. */
    public static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1 && ADDRESS.matcher(text).matches();
    }

    /** A mail whose text has lines that end in any way. */
    public static SmtpMessage of(String from, String to, String mail) {
        StringBuilder content = new StringBuilder(mail.length() + mail.length() / 20);
        mail.lines().forEach(line -> {
            // A line of one dot would end the mail: RFC 5321, section 4.5.2.
            if (line.startsWith(".")) {
                content.append('.');
            }
            content.append(line).append("\r\n");
        });
        return new SmtpMessage(from, to, Buffer.buffer(content.append(".\r\n").toString()));
    }
}
