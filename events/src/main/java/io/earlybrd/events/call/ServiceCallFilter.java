package io.earlybrd.events.call;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs the calls of a REST client that names it with {@code @RegisterProvider}. */
public class ServiceCallFilter implements ClientRequestFilter {

    /** Made at the first call: without a key the service is to refuse its start by itself, in one line. */
    private final Instance<ServiceToken> token;

    private final String service;

    ServiceCallFilter(Instance<ServiceToken> token, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.token = token;
        this.service = service;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders()
                .putSingle(
                        HttpHeaders.AUTHORIZATION,
                        ServiceOnlyFilter.SCHEME
                                + token.get()
                                        .issue(
                                                service,
                                                request.getMethod(),
                                                request.getUri().getRawPath()));
    }
}
