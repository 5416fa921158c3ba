package io.earlybrd.scraper.source;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns failures of calls into problem details. */
class Problems {

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException unreadable) {
        return Problem.response(Status.BAD_REQUEST, "The request is not the JSON that is expected here.");
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        return Problem.response(refused.getResponse().getStatusInfo(), refused.getMessage());
    }

    @ServerExceptionMapper
    Response failed(Exception failure) {
        Log.error("request failed", failure);
        return Problem.response(Status.INTERNAL_SERVER_ERROR, "Something went wrong on our side.");
    }
}
