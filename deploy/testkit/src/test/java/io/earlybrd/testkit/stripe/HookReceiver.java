package io.earlybrd.testkit.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import io.earlybrd.testkit.web.LocalServer;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The side of a service that takes webhooks: verifies each with the official library and keeps it. */
final class HookReceiver implements AutoCloseable {

    static final String SECRET = "whsec_receiver";

    private final Clock clock;
    private final LocalServer server;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final Deque<Integer> refusals = new ArrayDeque<>();
    private String secret = SECRET;

    HookReceiver(Clock clock) {
        this.clock = clock;
        this.server = LocalServer.start("hook-receiver", 0, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            Reply.text(take(body, signature), "").with("Location", "/elsewhere").sendTo(exchange);
        });
    }

    private synchronized int take(String body, String signature) {
        signatures.add(signature);
        if (!refusals.isEmpty()) {
            return refusals.poll();
        }
        try {
            events.add(Webhook.constructEvent(body, signature, secret, 300, clock));
            return 200;
        } catch (SignatureVerificationException e) {
            return 400;
        }
    }

    URI url() {
        return server.url().resolve("/stripe/webhooks");
    }

    /** Answers the next requests with these statuses instead of taking the events. */
    synchronized void refuseNext(int... statuses) {
        for (int status : statuses) {
            refusals.add(status);
        }
    }

    /** From now on only this secret counts. */
    synchronized void trust(String other) {
        secret = other;
    }

    List<Event> events() {
        return events;
    }

    List<String> types() {
        return events.stream().map(Event::getType).toList();
    }

    /** The header of each request, also of those that were refused. */
    List<String> signatures() {
        return signatures;
    }

    @Override
    public void close() {
        server.close();
    }
}
