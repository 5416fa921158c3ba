package io.earlybrd.notifier.unsubscribe;

import io.earlybrd.notifier.secret.KeyedHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens of the links that stop alerts. A token is base64url of: format (1 byte), id of the subscriber (16), ids of the alerts (16
 * each), and the first 16 bytes of an HMAC-SHA256 over all that. It holds no address and needs no row in a database, so it works as
 * long as the key is kept: also after a restore, and a year later.
 */
public final class StopTokens {

    private static final byte FORMAT = 1;
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final int MAX_CHARACTERS = 2048;

    private final List<KeyedHash> hashes;

    /** Signs with the first secret and accepts all of them. */
    public StopTokens(List<String> secrets) {
        this.hashes = secrets.stream()
                .map(secret -> new KeyedHash(secret, "stop link"))
                .toList();
    }

    /** The token of a link. */
    public String tokenOf(Stoppable stoppable) {
        byte[] content = contentOf(stoppable);
        byte[] token = Arrays.copyOf(content, content.length + MAC_BYTES);
        System.arraycopy(macOf(hashes.get(0), content), 0, token, content.length, MAC_BYTES);
        return encoded(token);
    }

    /** What the token stops; empty if it was not made here, in the same time whatever is wrong with it. */
    public Optional<Stoppable> read(String token) {
        byte[] bytes = decoded(token);
        int contentLength = Math.max(0, bytes.length - MAC_BYTES);
        byte[] content = Arrays.copyOf(bytes, contentLength);
        byte[] mac = Arrays.copyOfRange(bytes, contentLength, bytes.length);
        boolean genuine = false;
        for (KeyedHash hash : hashes) {
            genuine |= MessageDigest.isEqual(macOf(hash, content), mac);
        }
        return genuine ? contentRead(content) : Optional.empty();
    }

    private static byte[] contentOf(Stoppable stoppable) {
        ByteBuffer content =
                ByteBuffer.allocate(1 + ID_BYTES * (1 + stoppable.alertIds().size()));
        content.put(FORMAT);
        put(content, stoppable.subscriberId());
        stoppable.alertIds().forEach(alertId -> put(content, alertId));
        return content.array();
    }

    private static Optional<Stoppable> contentRead(byte[] bytes) {
        ByteBuffer content = ByteBuffer.wrap(bytes);
        if (content.get() != FORMAT) {
            return Optional.empty();
        }
        UUID subscriberId = id(content);
        List<UUID> alertIds = new ArrayList<>();
        while (content.hasRemaining()) {
            alertIds.add(id(content));
        }
        return Optional.of(new Stoppable(subscriberId, alertIds));
    }

    /** The bytes, or none if another text would be read as the same bytes: a token has one spelling. */
    private static byte[] decoded(String token) {
        try {
            byte[] bytes = token.length() > MAX_CHARACTERS
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
            return encoded(bytes).equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] macOf(KeyedHash hash, byte[] content) {
        return Arrays.copyOf(hash.of(content), MAC_BYTES);
    }

    private static void put(ByteBuffer content, UUID id) {
        content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer content) {
        return new UUID(content.getLong(), content.getLong());
    }
}
