package io.earlybrd.account.throttle;

import java.time.Duration;

/**
 * Whether something may be done now.
 *
 * @param retryAfter how long it has to wait; zero if it may be done
 */
public record Verdict(Duration retryAfter) {

    static final Verdict ALLOWED = new Verdict(Duration.ZERO);

    /** Whether it may be done now. */
    public boolean allowed() {
        return retryAfter.isZero();
    }
}
