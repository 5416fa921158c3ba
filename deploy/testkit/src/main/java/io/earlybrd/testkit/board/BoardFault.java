package io.earlybrd.testkit.board;

import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.testkit.web.LocalServer;
import io.earlybrd.testkit.web.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A way in which a board misbehaves: what it sends in place of its healthy answer. */
@FunctionalInterface
public interface BoardFault {

    /** None. */
    BoardFault NONE = (exchange, healthy, server) -> healthy.sendTo(exchange);

    /** Sends whatever it sends. */
    void answer(HttpExchange exchange, Reply healthy, LocalServer server) throws IOException;

    /** A status with a short text. */
    static BoardFault status(int status) {
        return reply(Reply.text(status, "Status " + status));
    }

    /** Too many requests, come back after so many seconds. */
    static BoardFault retryAfter(int status, int seconds) {
        return reply(Reply.text(status, "Slow down").with("Retry-After", Integer.toString(seconds)));
    }

    /** Any answer. */
    static BoardFault reply(Reply reply) {
        return (exchange, healthy, server) -> reply.sendTo(exchange);
    }

    /** Healthy in form and without any job. */
    static BoardFault empty() {
        return (exchange, healthy, server) -> {
            boolean list = healthy.body().length > 0 && healthy.body()[0] == '[';
            String body = list ? "[]" : "{\"jobs\":[],\"meta\":{\"total\":0}}";
            json(healthy, body).sendTo(exchange);
        };
    }

    /** Healthy in form, and nothing in it is where it was. */
    static BoardFault changedShape() {
        return (exchange, healthy, server) -> json(healthy, "{\"data\":{\"positions\":[{\"name\":\"Engineer\"}]}}")
                .sendTo(exchange);
    }

    /** A page that wants to know whether a person asks. */
    static BoardFault challenge() {
        return reply(Reply.html(
                200,
                "<!doctype html><html lang=en><title>Just a moment...</title><h1>Checking your browser</h1>"
                        + "<form id=challenge-form></form></html>"));
    }

    /** The healthy answer, cut off after half of it with a correct length, as a broken cache does. */
    static BoardFault truncated() {
        return (exchange, healthy, server) -> new Reply(
                        healthy.status(),
                        withoutValidators(healthy.headers()),
                        Arrays.copyOf(healthy.body(), healthy.body().length / 2))
                .sendTo(exchange);
    }

    /** Half of the healthy answer, and then the connection ends though all of it was announced. */
    static BoardFault brokenOff() {
        return (exchange, healthy, server) -> {
            exchange.getResponseHeaders().set("Content-Type", healthy.headers().get("Content-Type"));
            exchange.sendResponseHeaders(200, healthy.body().length);
            exchange.getResponseBody().write(healthy.body(), 0, healthy.body().length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /** One byte, a pause, the next byte. */
    static BoardFault drip(Duration pause) {
        return (exchange, healthy, server) -> {
            exchange.getResponseHeaders().set("Content-Type", healthy.headers().get("Content-Type"));
            exchange.sendResponseHeaders(healthy.status(), healthy.body().length);
            try (OutputStream body = exchange.getResponseBody()) {
                for (byte one : healthy.body()) {
                    body.write(one);
                    body.flush();
                    if (server.closedWithin(pause)) {
                        return;
                    }
                }
            }
        };
    }

    /** No answer for so long, then the healthy one. */
    static BoardFault hang(Duration delay) {
        return (exchange, healthy, server) -> {
            if (!server.closedWithin(delay)) {
                healthy.sendTo(exchange);
            }
        };
    }

    /** To its own address, again and again. */
    static BoardFault redirectLoop() {
        return (exchange, healthy, server) -> redirect(exchange.getRequestURI()).answer(exchange, healthy, server);
    }

    /** Elsewhere. */
    static BoardFault redirect(URI location) {
        return reply(new Reply(302, Map.of("Location", location.toString()), new byte[0]));
    }

    /** A body of so many bytes. */
    static BoardFault huge(long bytes) {
        return (exchange, healthy, server) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes);
            try (OutputStream body = exchange.getResponseBody()) {
                writeBlanks(body, bytes);
            }
        };
    }

    /** A body of so many bytes that travels as a few: a bomb for whoever unpacks it without looking. */
    static BoardFault gzipBomb(long bytes) {
        return (exchange, healthy, server) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = new GZIPOutputStream(exchange.getResponseBody())) {
                writeBlanks(body, bytes);
            }
        };
    }

    private static void writeBlanks(OutputStream body, long bytes) throws IOException {
        byte[] blanks = new byte[64 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        for (long sent = 0; sent < bytes; sent += blanks.length) {
            body.write(blanks, 0, (int) Math.min(blanks.length, bytes - sent));
        }
    }

    private static Reply json(Reply healthy, String body) {
        return new Reply(200, withoutValidators(healthy.headers()), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> withoutValidators(Map<String, String> headers) {
        return Map.of("Content-Type", headers.get("Content-Type"));
    }
}
