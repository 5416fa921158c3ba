package io.earlybrd.account.password;

import java.lang.ref.SoftReference;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory of one hash, wiped and kept for the next one: a small heap that gets 19 MiB of garbage per log-in does little but
 * collect it. Nobody holds on to it while nobody logs in, so the JVM takes it back when it needs it. A second hash at the same time
 * finds it taken and makes its own.
 */
final class HashMemory {

    /** What a hash of one lane needs beside its memory; of one block less, that block would be made anew each time. */
    private static final int SCRATCH_BLOCKS = 4;

    private final int blocks;
    private SoftReference<BlockPool> kept = new SoftReference<>(null);

    /** For hashes that take this much; a block is one KiB. */
    HashMemory(int kib) {
        blocks = kib + SCRATCH_BLOCKS;
    }

    /** The memory that is kept, or an empty one. */
    synchronized BlockPool get() {
        BlockPool pool = kept.get();
        if (pool == null) {
            pool = new FixedBlockPool(blocks);
            kept = new SoftReference<>(pool);
        }
        return pool;
    }
}
