package io.earlybrd.scraper.source;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An error in the form of RFC 9457. */
record Problem(String type, String title, int status, String detail) {

    private static final MediaType JSON = MediaType.valueOf("application/problem+json");

    /** The answer of this status; the detail is for the caller. */
    static Response response(Response.StatusType status, String detail) {
        return Response.status(status)
                .type(JSON)
                .entity(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail))
                .build();
    }
}
