package io.earlybrd.billing.checkout;

import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import io.earlybrd.billing.stripe.StripeApi;
import io.earlybrd.billing.stripe.StripeRefused;
import io.earlybrd.billing.stripe.StripeUnavailable;
import io.earlybrd.billing.subscriber.Subscriber;
import io.earlybrd.billing.subscriber.SubscriberRepository;
import io.earlybrd.billing.subscription.Customer;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.billing.subscription.CustomerRequest;
import io.earlybrd.billing.subscription.CustomerRequests;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Sees to it that a subscriber is one customer at Stripe, and only one. */
@ApplicationScoped
class Customers {

    private final CustomerRepository customers;
    private final CustomerRequests requests;
    private final SubscriberRepository subscribers;
    private final StripeApi stripe;
    private final Clock clock;

    Customers(
            CustomerRepository customers,
            CustomerRequests requests,
            SubscriberRepository subscribers,
            StripeApi stripe,
            Clock clock) {
        this.customers = customers;
        this.requests = requests;
        this.subscribers = subscribers;
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
        return Panache.withTransaction(
                        () -> subscribers.lockOrCreate(subscriberId).chain(locked -> wanted(locked, email)))
                .chain(wanted -> wanted.customerId()
                        .map(id -> Uni.createFrom().item(id))
                        .orElseGet(() -> create(wanted.request().orElseThrow())));
    }

    /** Forgets a customer whom Stripe no longer knows; the subscriber becomes another one when they next want to buy. */
    Uni<Void> forget(UUID subscriberId, String customerId) {
        Log.warnf("customer is gone at Stripe, forgotten customerId=%s", customerId);
        return Panache.withTransaction(() ->
                        subscribers.lock(subscriberId).chain(locked -> customers.delete("customerId", customerId)))
                .replaceWithVoid();
    }

    private Uni<Wanted> wanted(Subscriber subscriber, String email) {
        return customers
                .findById(subscriber.id())
                .chain(known -> known == null
                        ? requests.continueOrBegin(subscriber.id(), email).map(Wanted::asked)
                        : Uni.createFrom().item(Wanted.known(known)));
    }

    private Uni<String> create(CustomerRequest request) {
        CustomerCreateParams params = CustomerCreateParams.builder()
                .setEmail(request.email())
                .putMetadata(CheckoutSessions.SUBSCRIBER, request.subscriberId().toString())
                .build();
        RequestOptions once = RequestOptions.builder()
                .setIdempotencyKey(request.idempotencyKey().toString())
                .build();
        return stripe.call(
                        "create-customer",
                        client -> client.v1().customers().create(params, once).getId())
                .onFailure(Customers::isRemembered)
                .call(failure -> underLock(request, () -> Uni.createFrom().voidItem()))
                .chain(id -> underLock(request, () -> customers.add(request.subscriberId(), id, clock.instant())))
                .chain(() -> find(request.subscriberId()))
                .map(Optional::orElseThrow);
    }

    /** Whether Stripe would give the same failure for the same key again, so that the next try needs another. */
    private static boolean isRemembered(Throwable failure) {
        return failure instanceof StripeRefused || failure instanceof StripeUnavailable away && away.answered();
    }

    /** Stores what came of a request together with its end. Of parallel answers, which are equal, the first is stored. */
    private Uni<Void> underLock(CustomerRequest request, Supplier<Uni<Void>> outcome) {
        return Panache.withTransaction(() -> subscribers
                .lock(request.subscriberId())
                .chain(locked -> outcome.get())
                .chain(() -> requests.close(request)));
    }

    /** A customer that there is, or the request for one. */
    private record Wanted(Optional<String> customerId, Optional<CustomerRequest> request) {

        static Wanted known(Customer customer) {
            return new Wanted(Optional.of(customer.customerId()), Optional.empty());
        }

        static Wanted asked(CustomerRequest request) {
            return new Wanted(Optional.empty(), Optional.of(request));
        }
    }
}
