package io.earlybrd.account.billing;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.web.Responses;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The billing page, and the two ways from it to Stripe. Paying itself happens at Stripe; we never see a card. */
@Path("/billing")
@Cancellable(false)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class BillingResource {

    private static final Set<String> PLANS = Set.of("monthly", "yearly");

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(BillingPage page, String firstCharge, Returned returned);
    }

    private final Entitlements entitlements;
    private final BillingCalls billing;
    private final CurrentSubscriber current;
    private final Clock clock;

    BillingResource(Entitlements entitlements, BillingCalls billing, CurrentSubscriber current, Clock clock) {
        this.entitlements = entitlements;
        this.billing = billing;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public Uni<TemplateInstance> page(@RestQuery String checkout) {
        return render(Returned.from(checkout));
    }

    @POST
    @Path("checkout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> checkout(@RestForm String plan) {
        return plan == null || !PLANS.contains(plan)
                ? render(Returned.NO_PLAN).map(Responses::again)
                : billing.checkout(current.get(), plan).chain(this::goOn);
    }

    @POST
    @Path("portal")
    public Uni<RestResponse<TemplateInstance>> portal() {
        return billing.portal(current.get()).chain(this::goOn);
    }

    private Uni<RestResponse<TemplateInstance>> goOn(Optional<URI> page) {
        return page.map(url -> Uni.createFrom().item(RestResponse.<TemplateInstance>seeOther(url)))
                .orElseGet(() -> render(Returned.NOT_OPENED)
                        .map(shown -> RestResponse.ResponseBuilder.<TemplateInstance>create(
                                        RestResponse.Status.SERVICE_UNAVAILABLE, shown)
                                .build()));
    }

    private Uni<TemplateInstance> render(Returned returned) {
        SignedIn reader = current.get();
        return Panache.withSession(() -> entitlements.of(reader.subscriberId()))
                .chain(entitlement -> billing.overview(reader.subscriberId()).map(overview -> {
                    Instant now = clock.instant();
                    return Templates.page(
                            BillingPage.of(entitlement, overview, reader.verified(), reader.zone(), now),
                            BillingPage.firstCharge(entitlement, reader.zone(), now),
                            returned);
                }));
    }
}
