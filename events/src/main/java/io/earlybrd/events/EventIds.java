package io.earlybrd.events;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** New ids: UUIDv7 from the injected clock, so that ids of one kind sort by time; and ids that are a hash of what they name. */
@Singleton
public class EventIds {

    private final NoArgGenerator generator;

    public EventIds(Clock clock) {
        generator = Generators.timeBasedEpochRandomGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** A new UUIDv7. */
    public UUID next() {
        return generator.generate();
    }

    /** The same UUID (version 8, by SHA-256) for the same parts, today and in a replay. */
    public static UUID ofParts(Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            byte[] hash = digest.digest();
            long high = 0;
            long low = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                high = high << Byte.SIZE | hash[i] & 0xff;
                low = low << Byte.SIZE | hash[i + Long.BYTES] & 0xff;
            }
            return new UUID(high & ~0xf000L | 0x8000L, low & 0x3fffffffffffffffL | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
