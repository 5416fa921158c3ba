package io.earlybrd.billing.checkout;

import com.stripe.param.billingportal.SessionCreateParams;
import io.earlybrd.billing.stripe.StripeApi;
import io.earlybrd.billing.stripe.StripeRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens Stripe's page on which a customer manages what they bought. */
@ApplicationScoped
class Portal {

    private final Customers customers;
    private final StripeApi stripe;
    private final String billingPage;

    Portal(Customers customers, StripeApi stripe, @ConfigProperty(name = "earlybrd.public-url") String publicUrl) {
        this.customers = customers;
        this.stripe = stripe;
        this.billingPage = publicUrl + "/billing";
    }

    /** The page of this subscriber; absent if they never were a customer, or are none any more. */
    Uni<Optional<URI>> open(UUID subscriberId) {
        return customers
                .find(subscriberId)
                .chain(customerId -> customerId
                        .map(id -> open(id).map(Optional::of)
                                .onFailure(failure ->
                                        failure instanceof StripeRefused refused && refused.customerMissing())
                                .recoverWithUni(
                                        () -> customers.forget(subscriberId, id).replaceWith(Optional.empty())))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<URI> open(String customerId) {
        SessionCreateParams params = SessionCreateParams.builder()
                .setCustomer(customerId)
                .setReturnUrl(billingPage)
                .build();
        return stripe.call(
                "create-portal-session",
                client -> URI.create(
                        client.v1().billingPortal().sessions().create(params).getUrl()));
    }
}
