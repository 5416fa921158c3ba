package io.earlybrd.account.session;

import io.earlybrd.account.subscriber.MailStop;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is logged in, as their session says.
 *
 * @param subscriberId who
 * @param sessionId by which session
 * @param email their address
 * @param zone the zone that times are shown in
 * @param verified whether the address is confirmed
 * @param mailStop that nothing is mailed to them, if that is so
 */
public record SignedIn(
        UUID subscriberId, UUID sessionId, String email, ZoneId zone, boolean verified, Optional<MailStop> mailStop)
        implements Principal {

    /** Who sent this request, if they are logged in. */
    public static Optional<SignedIn> in(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    @Override
    public String getName() {
        return subscriberId.toString();
    }
}
