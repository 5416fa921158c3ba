package io.earlybrd.testkit.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code Stripe-Signature}. */
final class WebhookSignature {

    private WebhookSignature() {}

    /**
     * The header for a body: the time, a {@code v1} for each secret (two while one replaces the other), and a {@code v0} as
     * real test events have it, which must not be accepted by anybody.
     */
    static String header(List<String> secrets, Instant at, String body) {
        long time = at.getEpochSecond();
        StringBuilder header = new StringBuilder("t=").append(time);
        secrets.forEach(secret -> header.append(",v1=").append(hmac(secret, time + "." + body)));
        return header.append(",v0=")
                .append(hmac("not the secret", time + "." + body))
                .toString();
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
