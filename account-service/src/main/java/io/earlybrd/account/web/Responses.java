package io.earlybrd.account.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** The ways in which a page answers: shown, shown again because of a mistake or a silence, or gone on to another page. */
public final class Responses {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private Responses() {}

    /** The page. */
    public static RestResponse<TemplateInstance> shown(TemplateInstance page) {
        return RestResponse.ok(page);
    }

    /** The page with the form that was sent, and what to put right. */
    public static RestResponse<TemplateInstance> again(TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(UNPROCESSABLE)
                .entity(page)
                .build();
    }

    /** The page with what was sent, which could not be passed on. */
    public static RestResponse<TemplateInstance> unavailable(TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SERVICE_UNAVAILABLE, page)
                .build();
    }

    /** The page with the form that was sent too often, and when it may be sent again, in whole seconds from now. */
    public static RestResponse<TemplateInstance> tooMany(TemplateInstance page, Duration retryAfter) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(TOO_MANY)
                .entity(page)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        retryAfter.plusSeconds(1).minusNanos(1).toSeconds())
                .build();
    }

    /** On to another page of this site, by GET. */
    public static RestResponse<TemplateInstance> seeOther(String path) {
        return goingTo(path).build();
    }

    /** On to another page of this site, by GET, with a cookie. */
    public static RestResponse<TemplateInstance> seeOther(String path, NewCookie cookie) {
        return goingTo(path).cookie(cookie).build();
    }

    /** The path alone: an absolute address would be made from the Host header, which the client chooses. */
    private static RestResponse.ResponseBuilder<TemplateInstance> goingTo(String path) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER, null)
                .header(HttpHeaders.LOCATION, path);
    }
}
