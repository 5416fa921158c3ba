package io.earlybrd.account.billing;

import io.earlybrd.events.call.ServiceCallFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The billing service's API. */
@RegisterRestClient(configKey = "billing")
@RegisterProvider(ServiceCallFilter.class)
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface BillingClient {

    /** How a subscriber stands. */
    @GET
    @Path("billing/{subscriberId}")
    Uni<Overview> overview(UUID subscriberId);

    /** Opens the page at Stripe on which a plan is bought. */
    @POST
    @Path("checkout-sessions")
    Uni<StripePage> checkout(Checkout request);

    /** Opens the page at Stripe on which a subscription is managed. */
    @POST
    @Path("portal-sessions")
    Uni<StripePage> portal(Portal request);

    /**
     * How a subscriber stands.
     *
     * @param renewsAt when the next payment is due, while the subscription goes on
     * @param endsAt when the subscription ends, once that is decided
     * @param subscribed whether there is a subscription that only the portal can change
     * @param portal whether the portal can be opened
     * @param prices what the plans cost; none while Stripe has not told yet
     */
    record Overview(
            Optional<Instant> renewsAt,
            Optional<Instant> endsAt,
            boolean subscribed,
            boolean portal,
            List<Price> prices) {}

    /**
     * What one plan costs.
     *
     * @param amount in minor units
     * @param currency ISO 4217
     */
    record Price(String plan, long amount, String currency) {}

    /** Who wants to buy what; the address is for the case that billing has not heard of them yet. */
    record Checkout(UUID subscriberId, String email, String plan) {}

    /** Whose subscription is to be managed. */
    record Portal(UUID subscriberId) {}

    /** Where the browser is to go. */
    record StripePage(URI url) {}
}
