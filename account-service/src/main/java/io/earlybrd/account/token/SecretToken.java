package io.earlybrd.account.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits. Whoever holds it is believed; the database knows only its hash. A fast hash suffices, because
 * nobody can guess that many bits.
 *
 * @param value the secret in base64url, as a cookie or a link carries it
 */
public record SecretToken(String value) {

    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret. */
    public static SecretToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Its SHA-256, under which it is looked up. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SecretToken[…]";
    }
}
