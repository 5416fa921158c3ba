package io.earlybrd.account.signup;

import io.earlybrd.account.password.CheckedPassword;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/**
 * How an attempt to confirm an address ended.
 *
 * @param kind what happened
 * @param cookie of the new session, if the address is confirmed
 * @param retryAfter before the next attempt; zero unless there were too many
 */
record ConfirmOutcome(Kind kind, Optional<NewCookie> cookie, Duration retryAfter) {

    /** The link is unknown, used or too old. */
    static final ConfirmOutcome OVER = new ConfirmOutcome(Kind.OVER, Optional.empty(), Duration.ZERO);

    static ConfirmOutcome confirmed(NewCookie cookie) {
        return new ConfirmOutcome(Kind.CONFIRMED, Optional.of(cookie), Duration.ZERO);
    }

    static ConfirmOutcome refused(CheckedPassword checked) {
        return new ConfirmOutcome(
                checked.throttled() ? Kind.THROTTLED : Kind.WRONG,
                Optional.empty(),
                checked.verdict().retryAfter());
    }

    /** What happened. */
    enum Kind {
        CONFIRMED,
        WRONG,
        THROTTLED,
        OVER
    }
}
