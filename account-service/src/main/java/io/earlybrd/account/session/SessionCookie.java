package io.earlybrd.account.session;

import io.earlybrd.account.token.SecretToken;
import io.earlybrd.account.web.Site;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The cookie that names a session. Where people reach the site by https it is bound to this host alone ({@code __Host-}, Secure);
 * plain http, for a local run, cannot have that.
 */
@ApplicationScoped
public class SessionCookie {

    private final String name;
    private final boolean secure;
    private final SessionConfig config;

    SessionCookie(Site site, SessionConfig config) {
        this.secure = site.secure();
        this.name = secure ? "__Host-session" : "session";
        this.config = config;
    }

    /** The token that a request carries. */
    public Optional<SecretToken> in(RoutingContext context) {
        Cookie cookie = context.request().getCookie(name);
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(SecretToken::new);
    }

    /** Hands a token to the browser. */
    public NewCookie carrying(SecretToken token) {
        return cookie(token.value(), (int) config.lifetime().toSeconds());
    }

    /** Takes the token from the browser. */
    public NewCookie gone() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
