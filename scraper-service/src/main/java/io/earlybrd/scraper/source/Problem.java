package io.earlybrd.scraper.source;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An error in the form of RFC 9457. */
public record Problem(String type, String title, int status, String detail) {

    private static final MediaType JSON = MediaType.valueOf("application/problem+json");
    private static final int UNPROCESSABLE = 422;

    /** The answer of this status; the detail is for the caller. */
    public static Response response(Response.StatusType status, String detail) {
        return response(status.getStatusCode(), status.getReasonPhrase(), detail);
    }

    /** The answer to a request that is well formed and that nothing can come of; the detail says why. */
    public static Response unprocessable(String detail) {
        return response(UNPROCESSABLE, "Unprocessable Content", detail);
    }

    private static Response response(int status, String title, String detail) {
        return Response.status(status)
                .type(JSON)
                .entity(new Problem("about:blank", title, status, detail))
                .build();
    }
}
