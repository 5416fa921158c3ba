package io.earlybrd.account.web;

import io.earlybrd.events.consume.Outage;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that goes wrong into a page with a reference, and into one line of the log if it is our fault. */
@ApplicationScoped
public class ErrorPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance error(ErrorKind kind, String reference, String at);
    }

    private static final int RETRY_AFTER_SECONDS = 60;

    private final Clock clock;

    ErrorPages(Clock clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> refused(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return status < ErrorKind.BAD_REQUEST.status()
                ? Uni.createFrom()
                        .item(RestResponse.ResponseBuilder.<String>create(status)
                                .location(failure.getResponse().getLocation())
                                .build())
                : answer(ErrorKind.of(status), failure);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> busy(TooBusy failure) {
        return answer(ErrorKind.BUSY);
    }

    @ServerExceptionMapper
    Uni<RestResponse<String>> broken(Throwable failure) {
        return answer(Outage.causedBy(failure) ? ErrorKind.UNAVAILABLE : ErrorKind.BROKEN, failure);
    }

    /** The page of a kind. */
    Uni<RestResponse<String>> answer(ErrorKind kind) {
        return page(kind, Reference.next());
    }

    /** The page of a kind; logged with its cause if the fault is ours. */
    Uni<RestResponse<String>> answer(ErrorKind kind, Throwable cause) {
        String reference = Reference.next();
        if (kind.ours()) {
            Log.errorf(cause, "request failed reference=%s", reference);
        }
        return page(kind, reference);
    }

    /** The text of the page of a kind. */
    Uni<String> html(ErrorKind kind, String reference) {
        return Templates.error(kind, reference, Moments.full(clock.instant(), Moments.UTC))
                .createUni();
    }

    private Uni<RestResponse<String>> page(ErrorKind kind, String reference) {
        return html(kind, reference).map(html -> {
            RestResponse.ResponseBuilder<String> answer = RestResponse.ResponseBuilder.<String>create(kind.status())
                    .entity(html)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
            return (kind.passes() ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer).build();
        });
    }
}
