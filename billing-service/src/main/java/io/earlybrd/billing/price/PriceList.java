package io.earlybrd.billing.price;

import com.stripe.param.PriceListParams;
import io.earlybrd.billing.stripe.StripeApi;
import io.earlybrd.billing.subscription.Plan;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the plans cost. Stripe's price list is read in the background and remembered, so that a page that shows prices never waits
 * for Stripe and outlives its absence.
 */
@ApplicationScoped
public class PriceList {

    /** A changed price is seen on our page after this long; at Stripe's checkout it counts at once. */
    private static final Duration FRESH_FOR = Duration.ofMinutes(10);

    private final StripeApi stripe;
    private final Clock clock;

    private volatile List<Price> prices = List.of();
    private volatile Instant readAt = Instant.MIN;
    private volatile boolean failing;

    PriceList(StripeApi stripe, Clock clock) {
        this.stripe = stripe;
        this.clock = clock;
    }

    /** The prices that were last read; none until Stripe has answered once. */
    public Collection<Price> known() {
        return prices;
    }

    /** The price of a plan, read anew unless it is fresh; absent if Stripe has none that is active. */
    public Uni<Optional<Price>> of(Plan plan) {
        return isFresh() ? Uni.createFrom().item(find(plan)) : read().map(read -> find(plan));
    }

    /** Stripe refuses one of the prices: whoever wants to buy next has them read anew first. */
    public void readAnewNext() {
        readAt = Instant.MIN;
    }

    @Scheduled(every = "{earlybrd.prices.interval}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> keepFresh() {
        return isFresh()
                ? Uni.createFrom().voidItem()
                : read().onFailure().invoke(this::tellOnce).onFailure().recoverWithNull();
    }

    /** Once per outage; how long it lasts is seen in the metrics of the calls. */
    private void tellOnce(Throwable failure) {
        if (!failing) {
            failing = true;
            Log.warnf("prices not read, the last ones are kept cause=%s", failure.getMessage());
        }
    }

    private boolean isFresh() {
        return !prices.isEmpty() && clock.instant().isBefore(readAt.plus(FRESH_FOR));
    }

    private Optional<Price> find(Plan plan) {
        return prices.stream().filter(price -> price.plan() == plan).findFirst();
    }

    private Uni<Void> read() {
        Instant now = clock.instant();
        PriceListParams ours = PriceListParams.builder()
                .setActive(true)
                .addAllLookupKey(
                        Arrays.stream(Plan.values()).map(Plan::lookupKey).toList())
                .build();
        return stripe.call("list-prices", client -> client.v1().prices().list(ours))
                .invoke(answer -> {
                    prices = answer.getData().stream()
                            .flatMap(price -> price(price).stream())
                            .toList();
                    readAt = now;
                    failing = false;
                })
                .replaceWithVoid();
    }

    private static Optional<Price> price(com.stripe.model.Price price) {
        return price.getUnitAmount() == null
                ? Optional.empty()
                : Plan.ofLookupKey(price.getLookupKey())
                        .map(plan -> new Price(plan, price.getId(), price.getUnitAmount(), price.getCurrency()));
    }
}
