package io.earlybrd.testkit.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A request to the API as it came in.
 *
 * @param form the fields of the query and of the body
 * @param fingerprint equal for requests that ask for the same
 */
record ApiRequest(
        String id,
        String method,
        String path,
        Form form,
        String fingerprint,
        Optional<String> key,
        Optional<String> idempotencyKey,
        Optional<String> version) {

    static ApiRequest read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Form query = Form.parse(exchange.getRequestURI().getRawQuery());
        return new ApiRequest(
                "req_" + Ids.random(14),
                method,
                path,
                query.and(Form.parse(body)),
                method + " " + path + " " + body,
                header(exchange, "Authorization").flatMap(ApiRequest::apiKey),
                header(exchange, "Idempotency-Key").filter(key -> method.equals("POST")),
                header(exchange, "Stripe-Version"));
    }

    /** Whether the request is about the object with this id. */
    boolean names(String objectId) {
        return path.endsWith("/" + objectId)
                || path.contains("/" + objectId + "/")
                || form.fields().stream().anyMatch(field -> field.value().equals(objectId));
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The key as a bearer token, or as the user name of basic authentication. */
    private static Optional<String> apiKey(String authorization) {
        if (authorization.startsWith("Bearer ")) {
            return Optional.of(authorization.substring("Bearer ".length()).trim());
        }
        if (authorization.startsWith("Basic ")) {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring("Basic ".length()).trim());
            return Optional.of(new String(pair, StandardCharsets.UTF_8).replaceFirst(":.*", ""));
        }
        return Optional.empty();
    }
}
