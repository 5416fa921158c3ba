package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that Stripe refuses; ends the change it occurs in and becomes the answer. */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final String code;
    private final String param;

    private StripeError(int status, String type, String code, String param, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    /** A request that makes no sense for one of its parameters. */
    static StripeError invalid(String param, String message) {
        return invalid(null, param, message);
    }

    static StripeError invalid(String code, String param, String message) {
        return new StripeError(400, "invalid_request_error", code, param, message);
    }

    static StripeError unknownParameter(String name) {
        return invalid("parameter_unknown", name, "Received unknown parameter: " + name);
    }

    static StripeError missing(String name) {
        return invalid("parameter_missing", name, "Missing required param: " + name + ".");
    }

    /** The object of the address does not exist: 404. */
    static StripeError notFound(Kind kind, String id) {
        return resourceMissing(404, kind, id, "id");
    }

    /** An object that a parameter names does not exist: 400, unlike the object of the address. */
    static StripeError noSuch(Kind kind, String id, String param) {
        return resourceMissing(400, kind, id, param);
    }

    private static StripeError resourceMissing(int status, Kind kind, String id, String param) {
        String message = "No such " + kind.object().replace('_', ' ') + ": '" + id + "'";
        return new StripeError(status, "invalid_request_error", "resource_missing", param, message);
    }

    static StripeError unknownUrl(String method, String path) {
        String message = "Unrecognized request URL (" + method + ": " + path + ").";
        return new StripeError(404, "invalid_request_error", null, null, message);
    }

    static StripeError unauthorized(String message) {
        return new StripeError(401, "invalid_request_error", null, null, message);
    }

    static StripeError keyReused(String key) {
        String message = "Keys for idempotent requests can only be used with the same parameters they were first used"
                + " with. Try using a key other than '" + key + "' if you meant to execute a different request.";
        return new StripeError(400, "idempotency_error", null, null, message);
    }

    /** What Stripe says with a status when it is at fault, or too busy. */
    static StripeError ofStatus(int status) {
        return switch (status) {
            case 402 -> new StripeError(402, "card_error", "card_declined", null, "Your card was declined.");
            case 409 ->
                new StripeError(
                        409,
                        "idempotency_error",
                        "idempotency_key_in_use",
                        null,
                        "There is currently another in-progress request using this idempotent key.");
            case 429 ->
                new StripeError(429, "invalid_request_error", "rate_limit", null, "Request rate limit exceeded.");
            default ->
                new StripeError(
                        status, "api_error", null, null, "Something went wrong on Stripe's end. (An injected fault.)");
        };
    }

    int status() {
        return status;
    }

    /** The body of the answer. */
    ObjectNode body() {
        ObjectNode error = Json.object();
        if (code != null) {
            error.put("code", code).put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", getMessage());
        if (param != null) {
            error.put("param", param);
        }
        error.put("type", type);
        ObjectNode body = Json.object();
        body.set("error", error);
        return body;
    }
}
