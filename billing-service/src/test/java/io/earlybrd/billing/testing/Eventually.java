package io.earlybrd.billing.testing;

import io.earlybrd.testkit.Waiting;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what happens in the background, long enough for a busy machine. */
public final class Eventually {

    static {
        Waiting.patiently();
    }

    private Eventually() {}

    /** Fails if the assertion does not come to hold in time. */
    public static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().untilAsserted(assertion);
    }
}
