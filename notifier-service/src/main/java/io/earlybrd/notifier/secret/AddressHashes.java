package io.earlybrd.notifier.secret;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Keyed hashes of mail addresses: they tell whether an address is known, and not which one it is. */
public final class AddressHashes {

    private final KeyedHash hash;

    /** Hashes with a key that is derived from this secret. */
    public AddressHashes(String secret) {
        this.hash = new KeyedHash(secret, "mail address");
    }

    /** The hash of an address, the same however its letters are written. */
    public String of(String address) {
        String normal =
                Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(hash.of(normal.getBytes(StandardCharsets.UTF_8)));
    }
}
