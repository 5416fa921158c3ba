package io.earlybrd.notifier.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that pages link. Its name holds a hash of its content, so it may be kept by browsers for ever.
 *
 * @param name with the hash: {@code style-0123456789abcdef.css}
 * @param type its media type
 * @param content its text
 */
record Asset(String name, String type, String content) {

    private static final int HASH_CHARACTERS = 16;

    /** Reads a file of the class path. */
    static Asset of(String file, String type) {
        try (InputStream in = Asset.class.getResourceAsStream("/page/" + file)) {
            byte[] bytes = in.readAllBytes();
            int dot = file.lastIndexOf('.');
            String name = file.substring(0, dot) + "-" + hash(bytes) + file.substring(dot);
            return new Asset(name, type, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
