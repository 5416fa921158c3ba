package io.earlybrd.testkit.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who reads boards over HTTP. */
final class Reader {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    Reader(URI base) {
        this.base = base;
    }

    /** @param headers names and values in turns */
    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    JsonNode json(String path) {
        return EventJson.read(get(path).body(), JsonNode.class);
    }

    String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
