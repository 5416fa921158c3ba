package io.earlybrd.events.call;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Lets a call to a {@link ServiceOnly} resource pass only with a token that was issued for it. */
@Provider
@ServiceOnly
class ServiceOnlyFilter implements ContainerRequestFilter {

    static final String SCHEME = "Bearer ";

    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"This address is for other services, which sign their calls.\"}";

    /** Made at the first call: without a key the service is to refuse its start by itself, in one line. */
    private final Instance<ServiceToken> token;

    ServiceOnlyFilter(Instance<ServiceToken> token) {
        this.token = token;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null
                || !header.startsWith(SCHEME)
                || !token.get()
                        .accepts(
                                header.substring(SCHEME.length()),
                                request.getMethod(),
                                request.getUriInfo().getRequestUri().getRawPath())) {
            request.abortWith(Response.status(Response.Status.UNAUTHORIZED)
                    .type(MediaType.valueOf("application/problem+json"))
                    .entity(PROBLEM)
                    .build());
        }
    }
}
