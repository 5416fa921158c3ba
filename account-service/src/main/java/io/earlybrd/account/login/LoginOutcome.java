package io.earlybrd.account.login;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * How an attempt to log in ended.
 *
 * @param word as in {@link LoginMetrics}
 * @param subscriberId whose account it was, if there is one
 * @param cookie of the new session, if there is one
 * @param retryAfter before the next attempt; zero unless there were too many
 */
record LoginOutcome(String word, Optional<UUID> subscriberId, Optional<NewCookie> cookie, Duration retryAfter) {

    static LoginOutcome loggedIn(UUID subscriberId, NewCookie cookie) {
        return new LoginOutcome(LoginMetrics.SUCCESS, Optional.of(subscriberId), Optional.of(cookie), Duration.ZERO);
    }

    static LoginOutcome wrong(Optional<UUID> subscriberId) {
        return new LoginOutcome(LoginMetrics.WRONG, subscriberId, Optional.empty(), Duration.ZERO);
    }

    static LoginOutcome throttled(Optional<UUID> subscriberId, Duration retryAfter) {
        return new LoginOutcome(LoginMetrics.THROTTLED, subscriberId, Optional.empty(), retryAfter);
    }

    boolean throttled() {
        return word.equals(LoginMetrics.THROTTLED);
    }
}
