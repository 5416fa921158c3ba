package io.earlybrd.account.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the headers that keep a page harmless on every answer, whatever its status, before anything else looks at the request. */
@ApplicationScoped
class SecurityHeaders {

    static final int BEFORE_ALL_OTHERS = 10_000;
    private static final String REFERRER_POLICY = "Referrer-Policy";

    private final Map<String, String> defaults = new LinkedHashMap<>();

    SecurityHeaders(Site site, @ConfigProperty(name = "account.billing.checkout-origins") List<URI> checkoutOrigins) {
        // A form that answers with a redirect to Stripe needs Stripe's hosts here as well.
        String formTargets = Stream.concat(
                        Stream.of("'self'"), checkoutOrigins.stream().map(URI::toString))
                .collect(Collectors.joining(" "));
        defaults.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; form-action " + formTargets
                        + "; base-uri 'none'; frame-ancestors 'none'");
        defaults.put("X-Content-Type-Options", "nosniff");
        // Not no-referrer: with it browsers send "Origin: null" with our own forms.
        defaults.put(REFERRER_POLICY, "same-origin");
        defaults.put("Cross-Origin-Opener-Policy", "same-origin");
        defaults.put("Cross-Origin-Resource-Policy", "same-origin");
        // What may be kept says so itself.
        defaults.put("Cache-Control", "no-store");
        if (site.secure()) {
            defaults.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ALL_OTHERS);
    }

    private void add(RoutingContext context) {
        Page.start(context);
        if (SecretAddress.is(context.normalizedPath())) {
            // Not even the next page of this site needs to learn the secret.
            context.response().putHeader(REFERRER_POLICY, "no-referrer");
        }
        // At the last moment, so that an answer may name its own, and that no failure loses them.
        context.addHeadersEndHandler(sending -> defaults.forEach((name, value) -> {
            if (!context.response().headers().contains(name)) {
                context.response().headers().set(name, value);
            }
        }));
        context.next();
    }
}
