package io.earlybrd.account.login;

import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.UUID;

/**
 * How an attempt to log in ended.
 *
 * @param word as in {@link LoginMetrics}
 * @param subscriberId whose account it was, if there is one and it came to a check
 * @param cookie of the new session, if there is one
 */
record LoginOutcome(String word, Optional<UUID> subscriberId, Optional<NewCookie> cookie) {

    static LoginOutcome loggedIn(UUID subscriberId, NewCookie cookie) {
        return new LoginOutcome(LoginMetrics.SUCCESS, Optional.of(subscriberId), Optional.of(cookie));
    }

    static LoginOutcome refused(String word, Optional<UUID> subscriberId) {
        return new LoginOutcome(word, subscriberId, Optional.empty());
    }

    boolean throttled() {
        return word.equals(LoginMetrics.THROTTLED);
    }
}
