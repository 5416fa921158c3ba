package io.earlybrd.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.call.ServiceToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The calls of the scraper's API that tell it what to watch. */
public final class ScraperApi {

    private static final String CALLER = "local";
    private static final String SOURCES = "/api/sources";
    private static final int TIMEOUT_MILLIS = 10_000;

    private final URI scraper;
    private final ServiceToken token;

    public ScraperApi(URI scraper, ServiceToken token) {
        this.scraper = scraper;
        this.token = token;
    }

    /** Adds a source by the name of its board, or finds it there already; its id. */
    public String addBoard(String provider, String board, String company) {
        return add(Map.of("provider", provider, "board", board, "company", company));
    }

    /** Adds a source by its address, or finds it there already; its id. */
    public String addUrl(String provider, String url, String company) {
        return add(Map.of("provider", provider, "url", url, "company", company));
    }

    /** Has a source read now. */
    public void poll(String sourceId) {
        call("POST", SOURCES + "/" + sourceId + "/poll", "");
    }

    /** How a source fares: {@code new}, {@code healthy}, {@code degraded}, {@code blocked} or {@code gone}. */
    public String health(String id) {
        for (JsonNode source : call("GET", SOURCES, "")) {
            if (source.path("id").asText().equals(id)) {
                return source.path("health").asText();
            }
        }
        throw new IllegalArgumentException("no source has the id " + id);
    }

    private String add(Map<String, String> source) {
        return call("POST", SOURCES, EventJson.write(source)).path("id").asText();
    }

    private JsonNode call(String method, String path, String body) {
        try {
            URL url = scraper.resolve(path).toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod(method);
            connection.setRequestProperty("Authorization", "Bearer " + token.issue(CALLER, method, path));
            if (!body.isEmpty()) {
                connection.setRequestProperty("Content-Type", "application/json");
                connection.setDoOutput(true);
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            return answer(connection, path);
        } catch (IOException e) {
            throw new StartFailure("The scraper did not answer " + method + " " + path + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode answer(HttpURLConnection connection, String path) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readAllBytes();
            if (status >= 400) {
                throw new StartFailure("The scraper refused " + path + " with status " + status + ": "
                        + new String(body, StandardCharsets.UTF_8));
            }
            return EventJson.mapper().readTree(body);
        }
    }
}
