package io.earlybrd.account.billing;

import io.earlybrd.account.billing.BillingClient.Checkout;
import io.earlybrd.account.billing.BillingClient.Overview;
import io.earlybrd.account.billing.BillingClient.Portal;
import io.earlybrd.account.billing.BillingClient.StripePage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The calls to billing. Their time limit is the client's own ({@code quarkus.rest-client.billing.read-timeout}); after several
 * failures billing is not asked for a while. A refusal is an answer, not a failure.
 */
@ApplicationScoped
class GuardedBilling {

    private final BillingClient client;

    GuardedBilling(@RestClient BillingClient client) {
        this.client = client;
    }

    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failureRatio = 0.5,
            delay = 5000,
            skipOn = WebApplicationException.class)
    Uni<Overview> overview(UUID subscriberId) {
        return client.overview(subscriberId);
    }

    // Opening a page may make several calls to Stripe, which has its own breaker; a slow Stripe must not take the
    // overview away.
    Uni<StripePage> checkout(Checkout request) {
        return client.checkout(request);
    }

    Uni<StripePage> portal(Portal request) {
        return client.portal(request);
    }
}
