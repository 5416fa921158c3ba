package io.earlybrd.account.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that is served under a name which changes with its content.
 *
 * @param name the last part of its path
 * @param type its media type
 * @param content its text
 */
record Asset(String name, String type, String content) {

    private static final int HASH_BYTES = 8;

    static Asset of(String stem, String extension, String type, String content) {
        return new Asset(stem + "-" + hash(content) + "." + extension, type, content);
    }

    String path() {
        return Assets.PATH + "/" + name;
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
