package io.earlybrd.billing.checkout;

import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import io.earlybrd.billing.stripe.StripeApi;
import io.earlybrd.billing.subscription.Customer;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.events.EventIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Sees to it that a subscriber is one customer at Stripe, and only one. */
@ApplicationScoped
class Customers {

    private final CustomerRepository customers;
    private final StripeApi stripe;
    private final Clock clock;

    Customers(CustomerRepository customers, StripeApi stripe, Clock clock) {
        this.customers = customers;
        this.stripe = stripe;
        this.clock = clock;
    }

    /** Stripe's id of a subscriber who has been a customer before; absent if they never were. */
    Uni<Optional<String>> find(UUID subscriberId) {
        return Panache.withSession(() -> customers.findById(subscriberId))
                .map(customer -> Optional.ofNullable(customer).map(Customer::customerId));
    }

    /** Stripe's id of the subscriber, who becomes a customer if they never were. */
    Uni<String> ensure(UUID subscriberId, String email) {
        return find(subscriberId)
                .chain(known -> known.map(id -> Uni.createFrom().item(id))
                        .orElseGet(() -> create(subscriberId, email).chain(id -> remember(subscriberId, id))));
    }

    /** The idempotency key is made of what is asked, so that a repeated or a parallel request gets the same customer. */
    private Uni<String> create(UUID subscriberId, String email) {
        CustomerCreateParams params = CustomerCreateParams.builder()
                .setEmail(email)
                .putMetadata(CheckoutSessions.SUBSCRIBER, subscriberId.toString())
                .build();
        RequestOptions once = RequestOptions.builder()
                .setIdempotencyKey(
                        EventIds.ofParts("customer", subscriberId, email).toString())
                .build();
        return stripe.call(
                "create-customer",
                client -> client.v1().customers().create(params, once).getId());
    }

    /** Whoever comes first wins: with two addresses at once there are two customers at Stripe, of which one is never used. */
    private Uni<String> remember(UUID subscriberId, String customerId) {
        return Panache.withTransaction(() -> customers.add(subscriberId, customerId, clock.instant()))
                .chain(() -> find(subscriberId))
                .map(Optional::orElseThrow);
    }
}
