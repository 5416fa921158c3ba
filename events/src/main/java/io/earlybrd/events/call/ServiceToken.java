package io.earlybrd.events.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The proof by which one service calls another: who calls, until when it holds, and an HMAC-SHA256 over both and over the method
 * and path of the call, so that a token that leaks opens nothing else and not for long.
 *
 * <p>Form: {@code v1.<caller>.<expiry in epoch seconds>.<signature in base64url>}.
 */
public final class ServiceToken {

    /** Long enough for two clocks that differ, short enough to be worthless in a log. */
    private static final Duration HOLDS = Duration.ofSeconds(60);

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private final Clock clock;

    /**
     * @param key the secret that all services share ({@code EARLYBRD_SERVICE_KEY})
     * @param clock tells until when a token holds
     */
    public ServiceToken(String key, Clock clock) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** A token for one call. The path is without query: {@code /api/preview}. */
    public String issue(String caller, String method, String path) {
        String claims = "v1." + caller + "." + clock.instant().plus(HOLDS).getEpochSecond();
        return claims + "." + sign(claims, method, path);
    }

    /** Whether this token was issued for this call and still holds. */
    public boolean accepts(String token, String method, String path) {
        int end = token.lastIndexOf('.');
        int expiry = token.lastIndexOf('.', end - 1);
        if (expiry < 0 || !token.startsWith("v1.")) {
            return false;
        }
        String claims = token.substring(0, end);
        byte[] expected = sign(claims, method, path).getBytes(StandardCharsets.US_ASCII);
        byte[] given = token.substring(end + 1).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given) && holds(token.substring(expiry + 1, end));
    }

    private boolean holds(String expirySeconds) {
        Instant now = clock.instant();
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(expirySeconds));
        return now.isBefore(expiry) && !expiry.isAfter(now.plus(HOLDS.multipliedBy(2)));
    }

    private String sign(String claims, String method, String path) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signature = mac.doFinal((claims + "\n" + method + "\n" + path).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
