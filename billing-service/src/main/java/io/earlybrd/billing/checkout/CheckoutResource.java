package io.earlybrd.billing.checkout;

import io.earlybrd.billing.checkout.CheckoutOutcome.AlreadySubscribed;
import io.earlybrd.billing.checkout.CheckoutOutcome.NotForSale;
import io.earlybrd.billing.checkout.CheckoutOutcome.Opened;
import io.earlybrd.billing.checkout.CheckoutOutcome.Overtaken;
import io.earlybrd.billing.subscription.Plan;
import io.earlybrd.billing.web.Problem;
import io.earlybrd.events.call.ServiceOnly;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Opens Stripe's pages for the account service: {@code POST /api/checkout-sessions} and {@code POST /api/portal-sessions}. */
@Cancellable(false)
@Path("/api")
@ServiceOnly
public class CheckoutResource {

    private static final String PORTAL = "/api/portal-sessions";

    private final Checkout checkout;
    private final Portal portal;

    CheckoutResource(Checkout checkout, Portal portal) {
        this.checkout = checkout;
        this.portal = portal;
    }

    /** The page on which a subscriber buys. */
    @POST
    @Path("/checkout-sessions")
    public Uni<Response> checkout(CheckoutRequest request) {
        Optional<Plan> plan =
                Optional.ofNullable(request).map(CheckoutRequest::plan).flatMap(Plan::named);
        if (plan.isEmpty() || request.subscriberId() == null) {
            return invalid("subscriberId and plan are needed; plan is monthly or yearly.");
        }
        Optional<String> email = request.email().filter(address -> !address.isBlank());
        return checkout.open(request.subscriberId(), email, plan.get()).map(CheckoutResource::response);
    }

    /** The page on which a subscriber changes the card or the plan, reads invoices, or cancels. */
    @POST
    @Path("/portal-sessions")
    public Uni<Response> portal(PortalRequest request) {
        if (request == null || request.subscriberId() == null) {
            return invalid("subscriberId is needed.");
        }
        return portal.open(request.subscriberId())
                .map(page -> page.map(url -> Response.ok(new Page(url)).build())
                        .orElseGet(() -> Problem.of(
                                        Status.NOT_FOUND, "no-customer", "This subscriber has never bought anything.")
                                .toResponse()));
    }

    private static Response response(CheckoutOutcome outcome) {
        if (outcome instanceof Opened opened) {
            return Response.ok(new Page(opened.page())).build();
        }
        return problem(outcome).toResponse();
    }

    private static Problem problem(CheckoutOutcome outcome) {
        if (outcome instanceof AlreadySubscribed) {
            return Problem.of(
                            Status.CONFLICT,
                            "already-subscribed",
                            "There is a subscription already; the portal changes, pays or ends it.")
                    .insteadUse(PORTAL);
        }
        if (outcome instanceof Overtaken) {
            return Problem.of(
                    Status.CONFLICT, "checkout-overtaken", "Another plan was chosen at the same time; choose again.");
        }
        if (outcome instanceof NotForSale) {
            return Problem.of(Status.SERVICE_UNAVAILABLE, "not-for-sale", "This plan has no price at the moment.");
        }
        return Problem.of(Status.NOT_FOUND, "unknown-subscriber", "Nobody is known by this id, and no email is given.");
    }

    private static Uni<Response> invalid(String detail) {
        return Uni.createFrom()
                .item(Problem.of(Status.BAD_REQUEST, "invalid-request", detail).toResponse());
    }
}
