package io.earlybrd.billing.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a webhook comes from Stripe: an HMAC-SHA256 over the time and the raw body, with one of our secrets, not older
 * than {@link #TOLERANCE}.
 *
 * <p>Source: https://docs.stripe.com/webhooks#verify-manually. Stripe's own library reads the system clock and knows one secret,
 * hence this. Only the scheme {@code v1} counts; others are ignored, as told there, so that nobody can downgrade.
 */
final class WebhookSignature {

    /** How far the signed time may lie from ours, to either side; Stripe signs anew with each retry. */
    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> secrets;

    WebhookSignature(List<String> secrets) {
        this.secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether the header proves that Stripe sent this body just now. */
    boolean proves(String header, byte[] body, Instant now) {
        return Header.read(header)
                .filter(read -> isFresh(read, now) && isGenuine(read, body))
                .isPresent();
    }

    private static boolean isFresh(Header header, Instant now) {
        return Duration.between(header.signedAt(), now).abs().compareTo(TOLERANCE) <= 0;
    }

    private boolean isGenuine(Header header, byte[] body) {
        boolean genuine = false;
        for (byte[] secret : secrets) {
            byte[] expected = sign(secret, header.signedTime(), body);
            for (byte[] given : header.signatures()) {
                genuine |= MessageDigest.isEqual(expected, given);
            }
        }
        return genuine;
    }

    private static byte[] sign(byte[] secret, String signedTime, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((signedTime + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /**
     * The parts of the header that count.
     *
     * @param signedTime as written, because its characters are signed
     * @param signatures of the scheme v1
     */
    private record Header(String signedTime, Instant signedAt, List<byte[]> signatures) {

        private static final int LONGEST_TIME = 12;

        /** Reads {@code t=…,v1=…}; absent if it holds not exactly one time, or nothing that could be a signature. */
        static Optional<Header> read(String header) {
            String time = null;
            List<byte[]> signatures = new ArrayList<>();
            for (String part : header.split(",")) {
                String value = part.substring(part.indexOf('=') + 1);
                if (part.startsWith("t=")) {
                    if (time != null) {
                        return Optional.empty();
                    }
                    time = value;
                } else if (part.startsWith("v1=")) {
                    bytes(value).ifPresent(signatures::add);
                }
            }
            return time == null || !isTime(time)
                    ? Optional.empty()
                    : Optional.of(new Header(time, Instant.ofEpochSecond(Long.parseLong(time)), signatures));
        }

        private static boolean isTime(String text) {
            return !text.isEmpty()
                    && text.length() <= LONGEST_TIME
                    && text.chars().allMatch(character -> character >= '0' && character <= '9');
        }

        private static Optional<byte[]> bytes(String hex) {
            try {
                return Optional.of(HexFormat.of().parseHex(hex));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
