package io.earlybrd.account.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives a request that is too large a page that says so. Quarkus answers it with a bare 413 and closes the connection while the
 * browser is still sending, which then shows that instead; here the rest is taken in first, and dropped.
 */
@ApplicationScoped
class TooLarge {

    private static final int AFTER_THE_HEADERS = SecurityHeaders.BEFORE_ALL_OTHERS - 1;

    /** What is larger than so many times the limit is no form that somebody filled in, and is left to Quarkus. */
    private static final int WORTH_A_PAGE = 16;

    private final ErrorPages pages;
    private final CurrentVertxRequest current;
    private final long limit;

    TooLarge(
            ErrorPages pages,
            CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.pages = pages;
        this.current = current;
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, AFTER_THE_HEADERS);
    }

    private void look(RoutingContext context) {
        long length = length(context);
        if (length <= limit || length > limit * WORTH_A_PAGE) {
            context.next();
            return;
        }
        context.request()
                .handler(dropped -> {})
                .endHandler(all -> answer(context))
                .resume();
    }

    /** As the client states it; 0 if it does not or cannot be read. */
    private static long length(RoutingContext context) {
        try {
            String stated = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            return stated == null ? 0 : Long.parseLong(stated);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The frame of a page wants to know of the request, which nobody has made known so early. */
    private void answer(RoutingContext context) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        current.setCurrent(context);
        pages.html(ErrorKind.TOO_LARGE, Reference.next())
                .onTermination()
                .invoke(request::terminate)
                .subscribe()
                .with(
                        html -> context.response()
                                .setStatusCode(ErrorKind.TOO_LARGE.status())
                                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                                .end(html),
                        context::fail);
    }
}
