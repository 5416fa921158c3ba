package io.earlybrd.testkit.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a person does on a page: look, and press a button. */
final class Browser {

    private final HttpClient http = HttpClient.newHttpClient();

    /** The page at an address. */
    HttpResponse<String> open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** Posts the form of a button as a browser does; redirects are not followed. */
    HttpResponse<String> press(String url, String form) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
