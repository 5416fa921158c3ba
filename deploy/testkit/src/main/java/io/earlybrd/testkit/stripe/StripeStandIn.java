package io.earlybrd.testkit.stripe;

import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.testkit.Ticker;
import io.earlybrd.testkit.web.LocalServer;
import io.earlybrd.testkit.web.RequestLog;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running local Stripe with one account, the two prices of the product, and an API key. Used by tests, by the local run
 * and by the acceptance tests.
 */
public final class StripeStandIn implements AutoCloseable {

    private final LocalServer server;
    private final Store store;
    private final Account account;
    private final WebhookEndpoints endpoints;
    private final WebhookSender sender;
    private final StripeFaults faults = new StripeFaults();
    private final StripeWebhooks webhooks;
    private final RequestLog requests;
    private final Ticker ticker;

    private StripeStandIn(StripeOptions options) {
        AtomicReference<Handler> handler = new AtomicReference<>();
        // The addresses of pages hold the port, so the server comes first; nobody knows of it yet.
        server = LocalServer.start(
                "stripe-stand-in", options.port(), exchange -> handler.get().handle(exchange));
        String baseUrl = server.url().toString();
        store = options.openStore();
        webhooks = new StripeWebhooks();
        requests = new RequestLog(options.clock());
        sender = new WebhookSender(store, webhooks, options.clock(), options.webhookRetryDelay());
        Wiring wiring = new Wiring(options, store, webhooks, sender, baseUrl);
        account = wiring.account();
        endpoints = wiring.endpoints();
        handler.set(new Handler(
                new ApiHandler(account, wiring.routes(), options.apiKey(), faults, server::closedWithin),
                wiring.pages(),
                new StripeControl(account, faults, webhooks, requests),
                requests));
        account.catchUp(account.now());
        // In the local run trials end and events go out though nobody asks for anything.
        ticker = Ticker.every(Duration.ofSeconds(1), "stripe-clock", this::advance);
    }

    /** Starts a stand-in. */
    public static StripeStandIn start(StripeOptions options) {
        return new StripeStandIn(options);
    }

    /** The base URL of the API (without {@code /v1}) and of the pages. */
    public URI url() {
        return server.url();
    }

    /** Sends all events to an address, signed with each of the secrets; a second call for one address replaces its secrets. */
    public void sendWebhooksTo(URI url, String... secrets) {
        account.change(() -> {
            endpoints.set(url, List.of(secrets), account.now());
            return null;
        });
    }

    /** Does what became due by the clock: a test that moved the clock need not wait for the next request or second. */
    public void advance() {
        account.catchUp(account.now());
    }

    /** The faults of the API. */
    public StripeFaults faults() {
        return faults;
    }

    /** The switches of the delivery of events. */
    public StripeWebhooks webhooks() {
        return webhooks;
    }

    /** How many events wait to be taken by an endpoint. */
    public int pendingDeliveries() {
        return store.newestFirst(Kind.DELIVERY).size();
    }

    /** The requests to the API so far. */
    public RequestLog requests() {
        return requests;
    }

    @Override
    public void close() {
        ticker.close();
        server.close();
        sender.close();
        store.close();
    }

    /** The three doors: the API, its switches, and the pages. */
    private record Handler(ApiHandler api, PageHandler pages, StripeControl control, RequestLog requests) {

        void handle(HttpExchange exchange) throws IOException {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/v1/")) {
                requests.add(exchange);
                api.handle(exchange);
            } else if (path.startsWith("/_control/")) {
                control.handle(exchange);
            } else {
                pages.handle(exchange);
            }
        }
    }
}
