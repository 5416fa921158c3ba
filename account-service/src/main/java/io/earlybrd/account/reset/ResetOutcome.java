package io.earlybrd.account.reset;

import java.util.Optional;

/**
 * How an attempt to choose a new password ended.
 *
 * @param kind what happened
 * @param problem with the password, as a sentence that says what to do; empty if it was not for that
 */
record ResetOutcome(Kind kind, Optional<String> problem) {

    static final ResetOutcome CHANGED = new ResetOutcome(Kind.CHANGED, Optional.empty());

    /** The link is unknown, used, replaced or too old. */
    static final ResetOutcome OVER = new ResetOutcome(Kind.OVER, Optional.empty());

    static ResetOutcome refused(String problem) {
        return new ResetOutcome(Kind.REFUSED, Optional.of(problem));
    }

    /** What happened. */
    enum Kind {
        CHANGED,
        REFUSED,
        OVER
    }
}
