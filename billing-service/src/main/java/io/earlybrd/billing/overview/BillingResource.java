package io.earlybrd.billing.overview;

import io.earlybrd.billing.entitlement.Entitlement;
import io.earlybrd.billing.entitlement.Entitlements;
import io.earlybrd.billing.overview.BillingOverview.PlanPrice;
import io.earlybrd.billing.price.PriceList;
import io.earlybrd.billing.subscription.Customer;
import io.earlybrd.billing.subscription.CustomerRepository;
import io.earlybrd.billing.subscription.Plan;
import io.earlybrd.billing.subscription.Subscription;
import io.earlybrd.billing.subscription.SubscriptionRepository;
import io.earlybrd.events.call.ServiceOnly;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Tells the account service what to show on a billing page. Asks only our own database and memory, never Stripe. */
@Cancellable(false)
@Path("/api/billing/{subscriberId}")
@ServiceOnly
public class BillingResource {

    private final Entitlements entitlements;
    private final SubscriptionRepository subscriptions;
    private final CustomerRepository customers;
    private final PriceList prices;
    private final Clock clock;

    BillingResource(
            Entitlements entitlements,
            SubscriptionRepository subscriptions,
            CustomerRepository customers,
            PriceList prices,
            Clock clock) {
        this.entitlements = entitlements;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.prices = prices;
        this.clock = clock;
    }

    /** How a subscriber stands, also one of whom nothing is known yet. */
    @GET
    public Uni<BillingOverview> overview(UUID subscriberId) {
        return Panache.withSession(() -> entitlements
                .of(subscriberId)
                .chain(entitlement -> subscriptions
                        .of(subscriberId)
                        .chain(bought -> customers
                                .findById(subscriberId)
                                .map(customer -> overview(entitlement, bought, Optional.ofNullable(customer))))));
    }

    private BillingOverview overview(
            Optional<Entitlement> entitlement, List<Subscription> bought, Optional<Customer> customer) {
        Optional<Subscription> current =
                bought.stream().filter(Subscription::live).max(Comparator.comparing(Subscription::periodEndsAt));
        Instant now = clock.instant();
        return new BillingOverview(
                entitlement.map(told -> told.state().word()).orElse("none"),
                entitlement.filter(told -> told.allowsAt(now)).isPresent(),
                entitlement.flatMap(Entitlement::until),
                entitlement.map(told -> told.reason().word()),
                current.flatMap(Subscription::plan)
                        .or(() -> entitlement.flatMap(Entitlement::plan))
                        .map(Plan::word),
                current.filter(subscription -> subscription.endsAt().isEmpty()).map(Subscription::periodEndsAt),
                current.flatMap(Subscription::endsAt),
                current.isPresent(),
                current.isEmpty()
                        && customer.filter(known -> known.watchedAt(now)).isPresent(),
                customer.isPresent(),
                planPrices());
    }

    private List<PlanPrice> planPrices() {
        return prices.known().stream()
                .map(price -> new PlanPrice(price.plan().word(), price.amount(), price.currency()))
                .toList();
    }
}
