package io.earlybrd.billing.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the account's billing page shows.
 *
 * @param state {@code none} before the address is verified, then {@code trial}, {@code active}, {@code grace} or {@code ended}
 * @param allowed whether alerts are sent now
 * @param until when that ends unless something is paid; includes a few days' leeway while a subscription renews
 * @param reason one word for why
 * @param plan {@code monthly} or {@code yearly}, if something was bought
 * @param renewsAt when the next payment is due, while the subscription goes on
 * @param endsAt when the subscription ends, once that is decided
 * @param subscribed whether there is a subscription that only the portal can change; if not, a plan can be bought
 * @param checkoutOpen whether Stripe's payment page was opened a short time ago and nothing is known to be bought yet
 * @param portal whether the portal can be opened
 * @param prices what the plans cost; none while Stripe has not told yet
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BillingOverview(
        String state,
        boolean allowed,
        Optional<Instant> until,
        Optional<String> reason,
        Optional<String> plan,
        Optional<Instant> renewsAt,
        Optional<Instant> endsAt,
        boolean subscribed,
        boolean checkoutOpen,
        boolean portal,
        List<PlanPrice> prices) {

    /**
     * The price of one plan.
     *
     * @param amount per month or year, in minor units
     * @param currency ISO 4217, in lower case
     */
    public record PlanPrice(String plan, long amount, String currency) {}
}
