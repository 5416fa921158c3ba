package io.earlybrd.account.subscriber;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: ASCII before the {@code @} (few servers take more), a domain with a dot after it, which is
 * written as the network needs it.
 *
 * @param value as typed, with the domain in ASCII
 */
public record EmailAddress(String value) {

    /** RFC 5321, 4.5.3.1: a path has 256 characters with its angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN = Pattern.compile(
            "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final Pattern ONLY_DIGITS = Pattern.compile("\\d+");

    /** The address that a person typed; empty if it is none. */
    public static Optional<EmailAddress> parse(String typed) {
        String stripped = typed.strip();
        if (stripped.length() > MAX_LENGTH) {
            // Before any pattern sees it: their groups recurse, and a long text would exhaust the stack.
            return Optional.empty();
        }
        String text = Normalizer.normalize(stripped, Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_LENGTH) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        return domain(text.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(address -> LOCAL.matcher(local).matches() && address.length() <= MAX_LENGTH)
                .map(EmailAddress::new);
    }

    /** What two spellings of one address have in common; accounts are unique by it. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> domain(String text) {
        try {
            return Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES))
                    .filter(domain -> DOMAIN.matcher(domain).matches())
                    .filter(domain -> !ONLY_DIGITS
                            .matcher(domain.substring(domain.lastIndexOf('.') + 1))
                            .matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
