package io.earlybrd.billing.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bodies as Stripe does. */
public final class SignedWebhook {

    private SignedWebhook() {}

    /** The value of {@code Stripe-Signature} for this body. */
    public static String header(String secret, Instant signedAt, String body) {
        return "t=" + signedAt.getEpochSecond() + ",v1=" + signature(secret, signedAt, body);
    }

    /** The signature alone, in lower-case hexadecimal digits. */
    public static String signature(String secret, Instant signedAt, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = (signedAt.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
