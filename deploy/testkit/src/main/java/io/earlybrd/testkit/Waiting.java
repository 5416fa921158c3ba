package io.earlybrd.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

/** How tests wait for what happens soon: quick to see it, slow to give up. */
public final class Waiting {

    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(40);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /**
     * Sets Awaitility's defaults: it looks at once, again after 10 ms, and then with pauses that grow to 100 ms, so that neither what
     * is there already nor what takes a moment costs a test 100 ms. It gives up after 40 s: a busy machine is slow, and what never
     * happens is still found.
     */
    public static void patiently() {
        Awaitility.setDefaultTimeout(GIVE_UP_AFTER);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(
                IterativePollInterval.iterative(Waiting::longer).with().startDuration(FIRST_PAUSE));
    }

    private static Duration longer(Duration pause) {
        Duration half = pause.plus(pause.dividedBy(2));
        return half.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : half;
    }
}
