package io.earlybrd.billing.subscription;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.Optional;

/**
 * One subscription as Stripe told it when it was last asked.
 *
 * @param id Stripe's id
 * @param status Stripe's word for its status, kept as told
 * @param understoodStatus the last status that we understood, {@link SubscriptionStatus#UNKNOWN} if there was none
 * @param unknownSince since when its status is a word that we do not understand
 * @param plan what was bought, if its price is one of ours
 * @param periodEndsAt the end of what is paid, or of the trial
 * @param endsAt when it ends or has ended, if that is decided: no payment is coming after it
 * @param pastDueSince when the first of the payments failed that are now open
 */
public record Subscription(
        String id,
        String status,
        SubscriptionStatus understoodStatus,
        Optional<Instant> unknownSince,
        Optional<Plan> plan,
        Instant periodEndsAt,
        Optional<Instant> endsAt,
        Optional<Instant> pastDueSince) {

    /** Whether nobody may be sold a second one beside it. */
    public boolean live() {
        return understoodStatus.live();
    }

    /** Whether Stripe uses a word for its status that we do not understand. */
    public boolean statusUnknown() {
        return unknownSince.isPresent();
    }

    /**
     * This answer of Stripe together with what only the answers before it tell: when a debt began though a newer invoice has
     * failed since, and what an unknown status followed on.
     */
    public Subscription following(Optional<Subscription> earlier, Instant now) {
        if (SubscriptionStatus.of(status) == SubscriptionStatus.UNKNOWN) {
            return new Subscription(
                    id,
                    status,
                    earlier.map(Subscription::understoodStatus).orElse(SubscriptionStatus.UNKNOWN),
                    Optional.of(earlier.flatMap(Subscription::unknownSince).orElse(now.truncatedTo(SECONDS))),
                    plan,
                    periodEndsAt,
                    endsAt,
                    earlier.flatMap(Subscription::pastDueSince));
        }
        Optional<Instant> debtBegan = pastDueSince.map(since -> earlier.flatMap(Subscription::pastDueSince)
                .filter(before -> before.isBefore(since))
                .orElse(since));
        return new Subscription(id, status, understoodStatus, Optional.empty(), plan, periodEndsAt, endsAt, debtBegan);
    }
}
