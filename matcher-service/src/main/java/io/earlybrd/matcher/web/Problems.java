package io.earlybrd.matcher.web;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.matcher.match.InvalidFilters;
import io.earlybrd.matcher.query.InvalidQuery;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns failures into problem details by RFC 9457. */
class Problems {

    private static final MediaType PROBLEM = MediaType.valueOf("application/problem+json");

    @ServerExceptionMapper
    Response invalidQuery(InvalidQuery mistake) {
        return of(
                Response.Status.BAD_REQUEST, mistake.getMessage(), Optional.of("query"), Optional.of(mistake.column()));
    }

    @ServerExceptionMapper
    Response invalidFilters(InvalidFilters mistake) {
        return of(Response.Status.BAD_REQUEST, mistake.getMessage(), Optional.of(mistake.filter()), Optional.empty());
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableEvent unreadable) {
        return of(Response.Status.BAD_REQUEST, unreadable.getMessage(), Optional.empty(), Optional.empty());
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        Response.StatusType status = refused.getResponse().getStatusInfo();
        return of(status, refused.getMessage(), Optional.empty(), Optional.empty());
    }

    @ServerExceptionMapper
    Response failed(Exception failure) {
        Log.errorf(failure, "request failed");
        return of(
                Response.Status.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side.",
                Optional.empty(),
                Optional.empty());
    }

    private static Response of(
            Response.StatusType status, String detail, Optional<String> parameter, Optional<Integer> column) {
        Problem problem =
                new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, parameter, column);
        return Response.status(status)
                .type(PROBLEM)
                .entity(EventJson.write(problem))
                .build();
    }

    /**
     * Problem details.
     *
     * @param detail a sentence for whoever can put it right
     * @param parameter what is wrong: {@code query} or the name of a filter
     * @param column where in the query, in characters from 1
     */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            Optional<String> parameter,
            Optional<Integer> column) {}
}
