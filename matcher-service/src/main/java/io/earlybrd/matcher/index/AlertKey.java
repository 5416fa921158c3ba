package io.earlybrd.matcher.index;

import java.util.Comparator;
import java.util.UUID;

/** Which alert it is, and whose. In order, those of one subscriber stand together. */
public record AlertKey(UUID subscriberId, UUID alertId) implements Comparable<AlertKey> {

    private static final Comparator<AlertKey> ORDER =
            Comparator.comparing(AlertKey::subscriberId).thenComparing(AlertKey::alertId);

    @Override
    public int compareTo(AlertKey other) {
        return ORDER.compare(this, other);
    }
}
