package io.earlybrd.account.billing;

import io.earlybrd.account.alert.Pay;
import io.earlybrd.account.billing.BillingClient.Overview;
import io.earlybrd.account.web.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The billing page, ready to be shown.
 *
 * @param notice how the subscriber stands
 * @param plans what can be bought now; none if there is a subscription, or while no price is known
 * @param portal whether Stripe's portal can be opened
 * @param answered whether the billing service answered
 * @param facts name and value of what is known of the subscription
 */
public record BillingPage(BillingNotice notice, List<Plan> plans, boolean portal, boolean answered, List<Fact> facts) {

    static BillingPage of(
            Optional<Entitlement> entitlement,
            Optional<Overview> overview,
            boolean verified,
            ZoneId zone,
            Instant now) {
        boolean subscribed = overview.map(Overview::subscribed).orElse(false);
        return new BillingPage(
                BillingNotice.of(entitlement, verified, zone, now),
                subscribed ? List.of() : overview.map(BillingPage::plans).orElse(List.of()),
                overview.map(Overview::portal).orElse(false),
                overview.isPresent(),
                subscribed ? facts(entitlement, overview.orElseThrow(), zone) : List.of());
    }

    /** Whether billing answered, but has no price to show yet to somebody who could buy. */
    public boolean pricesUnknown() {
        return answered && plans.isEmpty() && facts.isEmpty() && !portal;
    }

    /** When the first charge comes: at the end of a trial that still runs, else today. */
    static String firstCharge(Optional<Entitlement> entitlement, ZoneId zone, Instant now) {
        return entitlement
                .filter(known -> known.state().equals(Entitlement.TRIAL) && known.allowsAt(now))
                .flatMap(Entitlement::untilAt)
                // Stripe wants two days between now and the end of a trial that it takes over.
                .filter(end -> end.isAfter(now.plus(Duration.ofDays(2))))
                .map(end -> "First charge on " + Moments.weekdayAndDay(end, zone) + ", when the trial ends, not today.")
                .orElse("The first charge is today.");
    }

    private static List<Plan> plans(Overview overview) {
        return overview.prices().stream()
                .sorted(Comparator.comparingLong(BillingClient.Price::amount))
                .map(price -> Plan.of(
                        price.plan(), Pay.text(price.amount(), price.currency().toUpperCase(Locale.ROOT))))
                .toList();
    }

    private static List<Fact> facts(Optional<Entitlement> entitlement, Overview overview, ZoneId zone) {
        return Stream.of(
                        entitlement
                                .flatMap(Entitlement::plan)
                                .map(plan -> new Fact("Plan", plan.equals("yearly") ? "Yearly" : "Monthly")),
                        overview.renewsAt().map(at -> new Fact("Next payment", Moments.full(at, zone))),
                        overview.endsAt().map(at -> new Fact("Ends", Moments.full(at, zone))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A plan with its price in words. */
    public record Plan(String word, String price, String hint) {

        static Plan of(String word, String amount) {
            return word.equals("yearly")
                    ? new Plan(word, amount + " a year", "stop any time, it runs to the end of the year")
                    : new Plan(word, amount + " a month", "stop any month");
        }
    }

    /** One thing that is known of the subscription. */
    public record Fact(String name, String value) {}
}
