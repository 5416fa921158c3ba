package io.earlybrd.bench.preview;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;

/** Asks for previews, as the alert form does. */
final class PreviewApi {

    private static final String PATH = "/api/preview";
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final ServiceToken token;
    private long incomplete;

    PreviewApi(LocalSystem system) {
        address = system.url(Service.MATCHER).resolve(PATH);
        token = new ServiceToken(system.serviceKey(), Clock.systemUTC());
    }

    /** Milliseconds until the answer is there. */
    double millis(String query, AlertFilters filters) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token.issue("account", "POST", PATH))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        EventJson.write(Map.of("query", query, "filters", filters, "limit", 10, "nearMisses", 5))))
                .build();
        try {
            long began = System.nanoTime();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - began) / 1e6;
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("no preview: " + answer.statusCode() + " " + answer.body());
            }
            incomplete += answer.body().contains("\"complete\":true") ? 0 : 1;
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a preview", e);
        }
    }

    /** How many answers were not about all jobs, because the time was up. */
    long incomplete() {
        return incomplete;
    }
}
