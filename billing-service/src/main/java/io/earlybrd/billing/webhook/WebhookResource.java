package io.earlybrd.billing.webhook;

import io.earlybrd.billing.stripe.StripeConfig;
import io.earlybrd.billing.web.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Where Stripe tells that something happened. What comes is proved, stored and acknowledged; {@link EventWorker} acts on it
 * afterwards. So the answer waits neither for Stripe nor for Kafka, and an event that was acknowledged is never lost.
 */
@Cancellable(false)
@Path("/stripe/webhooks")
public class WebhookResource {

    private final WebhookSignature signature;
    private final boolean livemode;
    private final StripeEventRepository events;
    private final WebhookMetrics metrics;
    private final Clock clock;

    WebhookResource(StripeConfig config, StripeEventRepository events, WebhookMetrics metrics, Clock clock) {
        this.signature = new WebhookSignature(config.webhookSecret().orElse(List.of()));
        this.livemode = config.livemode();
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Takes one event. A larger body than 1 MB never gets here: the server answers 413. */
    @POST
    public Uni<Response> receive(byte[] body, @HeaderParam("Stripe-Signature") Optional<String> header) {
        if (!signature.proves(header.orElse(""), body, clock.instant())) {
            return rejected("The signature does not prove that this comes from Stripe.");
        }
        return StripeEvent.read(body).map(this::accept).orElseGet(() -> rejected("This is no event."));
    }

    private Uni<Response> accept(StripeEvent event) {
        if (event.livemode().orElse(livemode) != livemode) {
            metrics.received(event.countedType(), WebhookMetrics.WRONG_MODE);
            Log.warnf("event of the other mode ignored stripeEventId=%s type=%s", event.id(), event.type());
            return Uni.createFrom().item(Response.ok().build());
        }
        return Panache.withTransaction(() -> events.store(event, clock.instant()))
                .invoke(stored -> metrics.received(event.countedType(), outcome(event, stored)))
                .map(stored -> Response.ok().build());
    }

    private static String outcome(StripeEvent event, boolean stored) {
        if (!stored) {
            return WebhookMetrics.DUPLICATE;
        }
        return event.settledAs().orElse(WebhookMetrics.ACCEPTED);
    }

    /** Nothing of the body is told or logged: it may come from anybody. */
    private Uni<Response> rejected(String why) {
        metrics.received("unproved", WebhookMetrics.REJECTED);
        return Uni.createFrom()
                .item(Problem.of(Response.Status.BAD_REQUEST, "invalid-webhook", why)
                        .toResponse());
    }
}
