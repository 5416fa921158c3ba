package io.earlybrd.account.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives the refusals of Quarkus's CSRF filter a face. It answers a form without the right token, and any request with a malformed
 * token cookie, by a bare 400, which nothing else here does: the former becomes the page for 403, the latter starts afresh.
 */
class CsrfRefusal {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    private final ErrorPages pages;
    private final String cookieName;

    CsrfRefusal(
            ErrorPages pages,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token") String cookieName) {
        this.pages = pages;
        this.cookieName = cookieName;
    }

    @ServerResponseFilter
    Uni<Void> explain(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (response.getStatus() != ErrorKind.BAD_REQUEST.status() || response.hasEntity()) {
            return Uni.createFrom().voidItem();
        }
        routing.response().addCookie(Cookie.cookie(cookieName, "").setPath("/").setMaxAge(0));
        if (SAFE_METHODS.contains(request.getMethod())) {
            response.setStatus(303);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, routing.normalizedPath());
            return Uni.createFrom().voidItem();
        }
        response.setStatus(ErrorKind.FORBIDDEN.status());
        return pages.html(ErrorKind.FORBIDDEN, Reference.next())
                .invoke(html ->
                        response.setEntity(html, new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")))
                .replaceWithVoid();
    }
}
