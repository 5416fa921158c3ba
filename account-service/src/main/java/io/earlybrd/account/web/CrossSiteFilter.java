package io.earlybrd.account.web;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a change that another site's page asks for. Browsers say where a request comes from by {@code Sec-Fetch-Site}; older
 * ones at least send the {@code Origin} of a form. The CSRF token is checked besides, for what sends neither.
 *
 * <p>A page whose address is a secret gets forms without an origin too ({@code Origin: null}): browsers hide it there because the
 * page asks not to be named as a referrer, and those within mail programs do so anyway. Whoever can send it knows the secret.
 */
class CrossSiteFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String HIDDEN_ORIGIN = "null";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Site site;
    private final ErrorPages pages;

    CrossSiteFilter(Site site, ErrorPages pages) {
        this.site = site;
        this.pages = pages;
    }

    @ServerRequestFilter(preMatching = true)
    Uni<RestResponse<String>> refuse(ContainerRequestContext request, RoutingContext routing) {
        if (SAFE_METHODS.contains(request.getMethod()) || isOwn(request) || isFromHiddenOrigin(request, routing)) {
            return Uni.createFrom().nullItem();
        }
        return pages.answer(ErrorKind.FORBIDDEN);
    }

    private boolean isOwn(ContainerRequestContext request) {
        String fetchSite = request.getHeaderString("Sec-Fetch-Site");
        if (fetchSite != null) {
            return OWN_SITES.contains(fetchSite);
        }
        String origin = request.getHeaderString("Origin");
        return origin == null || origin.equals(site.origin());
    }

    private static boolean isFromHiddenOrigin(ContainerRequestContext request, RoutingContext routing) {
        return HIDDEN_ORIGIN.equals(request.getHeaderString("Origin")) && SecretAddress.is(routing.normalizedPath());
    }
}
