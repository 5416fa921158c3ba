package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends events to the endpoints until each is taken: 2xx takes it, everything else (a redirect too) is tried again later. An
 * endpoint gets its first tries one after the other in the order of events, unless a switch says otherwise; what has not been
 * taken when the process ends is sent by the next run.
 *
 * <p>All members are used by the one thread of {@link #timer}.
 */
final class WebhookSender implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MAX_RETRY_DELAY = Duration.ofMinutes(1);
    /** About three days at the longest delay, then an event is given up, as the real one does. */
    private static final int MAX_ATTEMPTS = 4_320;

    private static final Duration REORDER_WINDOW = Duration.ofMillis(300);

    private final Store store;
    private final StripeWebhooks switches;
    private final Clock clock;
    private final Duration retryDelay;
    private final HttpClient http = HttpClient.newBuilder()
            // By itself it would ask in every first request for a change to HTTP/2, as no sender of webhooks does.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stripe-webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> known = new HashSet<>();
    private final List<String> held = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> lastOfEndpoint = new HashMap<>();

    WebhookSender(Store store, StripeWebhooks switches, Clock clock, Duration retryDelay) {
        this.store = store;
        this.switches = switches;
        this.clock = clock;
        this.retryDelay = retryDelay;
    }

    /** Takes up the deliveries that are new since the last time. */
    void wake() {
        timer.execute(() -> {
            List<ObjectNode> oldestFirst = store.newestFirst(Kind.DELIVERY);
            Collections.reverse(oldestFirst);
            oldestFirst.stream()
                    .map(delivery -> delivery.get("id").textValue())
                    .filter(known::add)
                    .forEach(this::begin);
        });
    }

    private void begin(String delivery) {
        if (switches.isOn(DeliveryFault.REORDER)) {
            held.add(delivery);
            if (held.size() == 1) {
                timer.schedule(this::releaseInOppositeOrder, REORDER_WINDOW.toMillis(), TimeUnit.MILLISECONDS);
            }
        } else {
            long delay = switches.delay().toMillis();
            int copies = switches.isOn(DeliveryFault.DUPLICATE) ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                timer.schedule(() -> enqueue(delivery), delay, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void releaseInOppositeOrder() {
        Collections.reverse(held);
        held.forEach(this::enqueue);
        held.clear();
    }

    private void enqueue(String id) {
        store.get(Kind.DELIVERY, id).ifPresent(delivery -> {
            String endpoint = delivery.get("endpoint").textValue();
            CompletableFuture<Void> last =
                    lastOfEndpoint.getOrDefault(endpoint, CompletableFuture.completedFuture(null));
            lastOfEndpoint.put(
                    endpoint,
                    last.handleAsync((done, failure) -> send(delivery), timer).thenCompose(sent -> sent));
        });
    }

    private CompletableFuture<Void> send(ObjectNode delivery) {
        ObjectNode endpoint = store.get(
                        Kind.WEBHOOK_ENDPOINT, delivery.get("endpoint").textValue())
                .orElse(null);
        ObjectNode event =
                store.get(Kind.EVENT, delivery.get("event").textValue()).orElse(null);
        if (endpoint == null || event == null) {
            finish(delivery);
            return CompletableFuture.completedFuture(null);
        }
        return http.sendAsync(request(endpoint, event), HttpResponse.BodyHandlers.discarding())
                .handleAsync(
                        (response, failure) -> {
                            if (failure == null && response.statusCode() / 100 == 2) {
                                finish(delivery);
                            } else {
                                retry(delivery);
                            }
                            return null;
                        },
                        timer);
    }

    private HttpRequest request(ObjectNode endpoint, ObjectNode event) {
        String body = Json.pretty(event);
        List<String> secrets = new ArrayList<>();
        endpoint.get("_secrets").forEach(secret -> secrets.add(secret.textValue()));
        return HttpRequest.newBuilder(URI.create(endpoint.get("url").textValue()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", WebhookSignature.header(secrets, clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void finish(ObjectNode delivery) {
        String id = delivery.get("id").textValue();
        store.change(() -> {
            // The second copy of a duplicate finds the delivery finished.
            if (store.get(Kind.DELIVERY, id).isPresent()) {
                store.remove(Kind.DELIVERY, id);
                store.get(Kind.EVENT, delivery.get("event").textValue())
                        .ifPresent(event -> store.put(
                                Kind.EVENT,
                                event.put(
                                        "pending_webhooks",
                                        event.get("pending_webhooks").asInt() - 1)));
            }
            return null;
        });
        known.remove(id);
    }

    private void retry(ObjectNode delivery) {
        String id = delivery.get("id").textValue();
        int attempts = store.get(Kind.DELIVERY, id)
                .map(kept -> kept.get("attempts").asInt() + 1)
                .orElse(MAX_ATTEMPTS);
        if (attempts >= MAX_ATTEMPTS) {
            finish(delivery);
            return;
        }
        store.change(() -> {
            store.put(Kind.DELIVERY, delivery.put("attempts", attempts));
            return null;
        });
        Duration delay = retryDelay.multipliedBy(1L << Math.min(attempts - 1, 16));
        long millis = Math.min(delay.toMillis(), MAX_RETRY_DELAY.toMillis());
        timer.schedule(() -> enqueue(id), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
