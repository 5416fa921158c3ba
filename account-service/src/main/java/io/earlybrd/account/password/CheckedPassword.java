package io.earlybrd.account.password;

import io.earlybrd.account.throttle.Verdict;

/**
 * What came of a password that somebody typed.
 *
 * @param verdict whether it was looked at, or how long to wait because there were too many before it
 * @param right whether it is the one
 */
public record CheckedPassword(Verdict verdict, boolean right) {

    /** Whether it was not even looked at. */
    public boolean throttled() {
        return !verdict.allowed();
    }
}
