package io.earlybrd.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The metrics of a service, as Prometheus reads them. */
public final class Metrics {

    /** To be asked oftener takes from the service what is measured. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    /** Those of the service with this address of its management. */
    public Metrics(URI management) {
        address = management.resolve("/q/metrics");
    }

    /** The sum of all series whose name and labels begin so. */
    public double sum(String start) {
        return text().lines()
                .filter(line -> line.startsWith(start))
                // An example with its trace may follow the value.
                .map(line -> line.split(" # ")[0])
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Waits until the sum is at least so much; nanoseconds of {@link System#nanoTime} when that was seen. */
    public long awaitSum(String start, double least) {
        await().atMost(PATIENCE).pollInterval(LOOK_EVERY).until(() -> sum(start) >= least);
        return System.nanoTime();
    }

    private String text() {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + address, e);
        }
    }
}
