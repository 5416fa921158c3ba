package io.earlybrd.billing.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.earlybrd.billing.stripe.StripeFailure;
import io.earlybrd.billing.stripe.StripeUnavailable;
import io.earlybrd.events.consume.Outage;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.SocketException;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into problem details that tell nothing of our inside; the log tells the rest under the same reference. */
class ProblemMappers {

    private static final int RETRY_AFTER_SECONDS = 10;

    @ServerExceptionMapper
    Response refused(WebApplicationException failure) {
        Response.StatusType status = failure.getResponse().getStatusInfo();
        return status.getStatusCode() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()
                ? broken(failure)
                : Response.fromResponse(failure.getResponse())
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(
                                status,
                                "invalid-request",
                                "The request cannot be answered: " + status.getReasonPhrase()))
                        .build();
    }

    /** Takes the place of Quarkus's own answer, which names our classes. */
    @ServerExceptionMapper
    Response unreadable(MismatchedInputException failure) {
        return Problem.of(Status.BAD_REQUEST, "invalid-request", "The body is not the JSON that is expected here.")
                .toResponse();
    }

    /** A connection of ours, to the database: what a client's connection does while its body is read has no such class. */
    @ServerExceptionMapper
    Response disconnected(SocketException failure) {
        return broken(failure);
    }

    /** A body that breaks off or grows too large while it is read; anybody can cause it, so it makes no noise. */
    @ServerExceptionMapper
    Response unreadable(IOException failure) {
        Log.debug("a request's body was not read", failure);
        return Response.status(Status.REQUEST_ENTITY_TOO_LARGE).build();
    }

    @ServerExceptionMapper
    Response stripe(StripeFailure failure) {
        if (failure instanceof StripeUnavailable) {
            Log.warnf("Stripe is away cause=%s", failure.getMessage());
            return unavailable("stripe-unavailable", "The payment provider does not answer at the moment.");
        }
        Log.errorf(failure, "Stripe refused a call");
        return Problem.of(Status.BAD_GATEWAY, "stripe-refused", "The payment provider did not accept the request.")
                .toResponse();
    }

    /** Also tells an outage, after which Stripe sends its event again and the account service shows what it knows itself. */
    @ServerExceptionMapper
    Response broken(Throwable failure) {
        UUID reference = UUID.randomUUID();
        if (Outage.causedBy(failure)) {
            Log.warnf("request failed in an outage reference=%s cause=%s", reference, failure);
            return unavailable("unavailable", "This cannot be answered at the moment, reference " + reference);
        }
        Log.errorf(failure, "request failed reference=%s", reference);
        return Problem.of(Status.INTERNAL_SERVER_ERROR, "internal", "Something went wrong, reference " + reference)
                .toResponse();
    }

    private static Response unavailable(String kind, String detail) {
        return Response.fromResponse(
                        Problem.of(Status.SERVICE_UNAVAILABLE, kind, detail).toResponse())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
