package io.earlybrd.billing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * Why a request failed, as RFC 9457 problem details.
 *
 * @param type names the kind of problem, for the caller to branch on
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what is wrong in this case, for a person
 * @param instead the address of our API that helps instead, if one does
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(URI type, String title, int status, String detail, Optional<String> instead) {

    /** The media type of problem details. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** A problem of this kind, a word such as {@code already-subscribed}. */
    public static Problem of(Response.StatusType status, String kind, String detail) {
        return new Problem(
                URI.create("urn:earlybrd:problem:" + kind),
                status.getReasonPhrase(),
                status.getStatusCode(),
                detail,
                Optional.empty());
    }

    /** The same problem, with what helps instead. */
    public Problem insteadUse(String address) {
        return new Problem(type, title, status, detail, Optional.of(address));
    }

    /** The response that tells it. */
    public Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
