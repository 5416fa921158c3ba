package io.earlybrd.testkit.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A whole answer of HTTP: status, headers, body. */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    // Nothing may run on the pages of the stand-ins. Forms are free, because their answers redirect to the service
    // under test.
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** An answer of a type. */
    public static Reply of(int status, String type, byte[] body) {
        return new Reply(status, Map.of("Content-Type", type), body);
    }

    /** Plain text. */
    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", bytes(text));
    }

    /** JSON without line breaks. */
    public static Reply json(int status, JsonNode json) {
        return of(status, "application/json; charset=utf-8", bytes(json.toString()));
    }

    /** A page for people. */
    public static Reply html(int status, String page) {
        return of(status, "text/html; charset=utf-8", bytes(page)).with("Content-Security-Policy", PAGE_POLICY);
    }

    /** To another address, to be fetched with GET. */
    public static Reply seeOther(URI location) {
        return new Reply(303, Map.of("Location", location.toString()), new byte[0]);
    }

    /** The same answer with one more header. */
    public Reply with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }

    /** Writes the answer, without the body for HEAD and for the statuses that have none. */
    public void sendTo(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean bodiless =
                status == 204 || status == 304 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless || body.length == 0 ? -1 : body.length);
        if (!bodiless && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
