package io.earlybrd.matcher.text;

import java.util.List;

/** Identities of folded terms. */
public final class Terms {

    private Terms() {}

    /** The identity of a folded term. */
    public static long hash(String term) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < term.length(); i++) {
            hash = (hash ^ term.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }

    /** The identities of a row of terms. */
    public static long[] row(List<String> terms) {
        return terms.stream().mapToLong(Terms::hash).toArray();
    }
}
