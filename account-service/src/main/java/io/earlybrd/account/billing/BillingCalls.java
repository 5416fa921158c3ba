package io.earlybrd.account.billing;

import io.earlybrd.account.billing.BillingClient.Checkout;
import io.earlybrd.account.billing.BillingClient.Overview;
import io.earlybrd.account.billing.BillingClient.Portal;
import io.earlybrd.account.billing.BillingClient.StripePage;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.web.Answering;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks billing and makes the best of its silence: a page without prices, a button that says to try again. */
@ApplicationScoped
class BillingCalls {

    private static final int CONFLICT = 409;

    private final Answering billingAnswers = new Answering("billing");
    private final GuardedBilling billing;
    private final List<URI> checkoutOrigins;

    BillingCalls(
            GuardedBilling billing,
            @ConfigProperty(name = "account.billing.checkout-origins") List<URI> checkoutOrigins) {
        this.billing = billing;
        this.checkoutOrigins = checkoutOrigins;
    }

    /** How a subscriber stands; empty if billing does not answer. */
    Uni<Optional<Overview>> overview(UUID subscriberId) {
        return Uni.createFrom()
                .deferred(() -> billing.overview(subscriberId))
                .map(Optional::of)
                .invoke(billingAnswers::yes)
                .onFailure()
                .recoverWithItem(this::silence);
    }

    /** The page at Stripe on which a plan is bought, or the portal if there is a subscription already; empty on failure. */
    Uni<Optional<URI>> checkout(SignedIn buyer, String plan) {
        return Uni.createFrom()
                .deferred(() -> billing.checkout(new Checkout(buyer.subscriberId(), buyer.email(), plan)))
                .map(this::trusted)
                .onFailure(BillingCalls::isSubscribedAlready)
                .recoverWithUni(() -> portal(buyer))
                .onFailure()
                .recoverWithItem(this::silence);
    }

    /** The page at Stripe on which a subscription is managed; empty on failure. */
    Uni<Optional<URI>> portal(SignedIn owner) {
        return Uni.createFrom()
                .deferred(() -> billing.portal(new Portal(owner.subscriberId())))
                .map(this::trusted)
                .onFailure()
                .recoverWithItem(this::silence);
    }

    /** Only Stripe's own hosts: whatever went wrong elsewhere, nobody is sent to a stranger to pay. */
    private Optional<URI> trusted(StripePage page) {
        URI url = page.url();
        boolean known = checkoutOrigins.stream()
                .anyMatch(origin -> origin.getScheme().equals(url.getScheme())
                        && origin.getRawAuthority().equals(url.getRawAuthority()));
        if (!known) {
            Log.errorf("billing answered with a page of an unknown host host=%s", url.getRawAuthority());
        }
        return known ? Optional.of(url) : Optional.empty();
    }

    private static boolean isSubscribedAlready(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == CONFLICT;
    }

    private <T> Optional<T> silence(Throwable failure) {
        billingAnswers.no(failure);
        return Optional.empty();
    }
}
