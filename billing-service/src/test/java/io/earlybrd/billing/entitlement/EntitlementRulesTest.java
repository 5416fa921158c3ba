package io.earlybrd.billing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.subscriber.Trial;
import io.earlybrd.billing.subscription.Plan;
import io.earlybrd.billing.subscription.Subscription;
import io.earlybrd.billing.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("B7")
class EntitlementRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration GRACE = Duration.ofDays(14);
    private static final Instant PERIOD_END = NOW.plus(Duration.ofDays(20));
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final EntitlementRules rules = new EntitlementRules(GRACE);

    /** The table of what each status of Stripe means, for somebody whose trial is over. */
    @ParameterizedTest
    @CsvSource({
        "trialing,           true,  TRIAL,  trial",
        "active,             true,  ACTIVE, paid",
        "past_due,           true,  GRACE,  past-due",
        "incomplete,         false, ENDED,  payment-incomplete",
        "incomplete_expired, false, ENDED,  payment-expired",
        "unpaid,             false, ENDED,  unpaid",
        "canceled,           false, ENDED,  canceled",
        "paused,             false, ENDED,  paused",
        "hibernating,        false, ENDED,  status-unresolved",
    })
    void status_decidesAsInTheTable(String status, boolean allowed, EntitlementState state, String reason) {
        // When
        Entitlement verdict = assess(Optional.of(trialOverSince(Duration.ofDays(1))), subscription(status));

        // Then
        assertThat(verdict.allowed()).isEqualTo(allowed);
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.reason().word()).isEqualTo(reason);
        assertThat(verdict.plan()).contains(Plan.MONTHLY);
    }

    @Test
    @Tag("B1")
    void localTrial_endsToTheMoment() {
        // Given
        Trial trial = Trial.startingAt(NOW, Duration.ofDays(14));

        // When
        Entitlement before = assess(Optional.of(trial), trial.endsAt().minus(A_MOMENT));
        Entitlement after = assess(Optional.of(trial), trial.endsAt());

        // Then
        assertThat(before).isEqualTo(new Entitlement(Reason.TRIAL, Optional.of(trial.endsAt()), Optional.empty()));
        assertThat(after).isEqualTo(new Entitlement(Reason.TRIAL_ENDED, Optional.of(trial.endsAt()), Optional.empty()));
    }

    @Test
    void nobody_hasNoVerdict() {
        assertThat(rules.assess(Optional.empty(), List.of(), NOW)).isEmpty();
    }

    @Test
    void paid_holdsUntilTheNewsOfTheRenewalMayBeLate() {
        // Given
        Subscription active = subscription("active");
        Instant until = PERIOD_END.plus(Duration.ofHours(72));

        // When
        Entitlement lateNews = assess(Optional.empty(), until.minus(A_MOMENT), active);
        Entitlement noNews = assess(Optional.empty(), until, active);

        // Then
        assertThat(lateNews.reason()).isEqualTo(Reason.PAID);
        assertThat(lateNews.until()).contains(until);
        assertThat(noNews.reason()).isEqualTo(Reason.NO_NEWS);
        assertThat(noNews.allowed()).isFalse();
    }

    @Test
    @Tag("B16")
    void canceledForTheEndOfThePeriod_holdsUntilThenAndNoLonger() {
        // Given
        Subscription canceling = ending(subscription("active"), PERIOD_END);

        // When
        Entitlement before = assess(Optional.empty(), PERIOD_END.minus(A_MOMENT), canceling);
        Entitlement after = assess(Optional.empty(), PERIOD_END, canceling);

        // Then
        assertThat(before.reason()).isEqualTo(Reason.CANCELING);
        assertThat(before.until()).contains(PERIOD_END);
        assertThat(after.reason()).isEqualTo(Reason.CANCELED);
    }

    @Test
    @Tag("B1")
    void trialAtStripeWithoutCard_hasNoLeeway() {
        // Given
        Subscription withoutCard = ending(subscription("trialing"), PERIOD_END);

        // When
        Entitlement after = assess(Optional.empty(), PERIOD_END, withoutCard);
        Entitlement withCard = assess(Optional.empty(), PERIOD_END, subscription("trialing"));

        // Then
        assertThat(after.reason()).isEqualTo(Reason.TRIAL_ENDED);
        assertThat(withCard.reason()).isEqualTo(Reason.TRIAL);
    }

    @Test
    @Tag("B8")
    void grace_lastsExactlyItsDaysFromTheFirstFailure() {
        // Given
        Subscription pastDue = subscription("past_due");
        Instant end = NOW.minus(Duration.ofDays(1)).plus(GRACE);

        // When
        Entitlement lastMoment = assess(Optional.empty(), end.minus(A_MOMENT), pastDue);
        Entitlement over = assess(Optional.empty(), end, pastDue);

        // Then
        assertThat(lastMoment.state()).isEqualTo(EntitlementState.GRACE);
        assertThat(lastMoment.until()).contains(end);
        assertThat(over.reason()).isEqualTo(Reason.GRACE_ENDED);
    }

    @Test
    void oneOfSeveralSubscriptions_isEnough() {
        // Given
        Subscription old = subscription("canceled");
        Subscription current = subscription("active");

        // When
        Entitlement oldFirst = assess(Optional.empty(), old, current);
        Entitlement oldLast = assess(Optional.empty(), current, old);

        // Then
        assertThat(oldFirst.reason()).isEqualTo(Reason.PAID);
        assertThat(oldLast).isEqualTo(oldFirst);
    }

    @Test
    void runningTrial_outlivesAnUnfinishedPayment() {
        // Given
        Optional<Trial> trial = Optional.of(Trial.startingAt(NOW, Duration.ofDays(14)));

        // When
        Entitlement verdict = assess(trial, subscription("incomplete"));

        // Then
        assertThat(verdict.reason()).isEqualTo(Reason.TRIAL);
    }

    @Test
    void whatCanBeMended_isToldBeforeWhatIsOver() {
        // When
        Entitlement verdict = assess(
                Optional.of(trialOverSince(Duration.ofDays(1))), subscription("canceled"), subscription("unpaid"));

        // Then
        assertThat(verdict.reason()).isEqualTo(Reason.UNPAID);
    }

    @Test
    void unknownStatus_keepsTheLastDecisionForThreeDays() {
        // Given
        Subscription unknown = subscription("hibernating").following(Optional.of(subscription("active")), NOW);
        Instant until = NOW.plus(Duration.ofHours(72));

        // When
        Entitlement kept = assess(Optional.empty(), until.minus(A_MOMENT), unknown);
        Entitlement ended = assess(Optional.empty(), until, unknown);

        // Then
        assertThat(kept.reason()).isEqualTo(Reason.STATUS_UNKNOWN);
        assertThat(kept.allowed()).isTrue();
        assertThat(kept.until()).contains(until);
        assertThat(ended.reason()).isEqualTo(Reason.STATUS_UNRESOLVED);
    }

    @Test
    void unknownStatusAfterARefusal_staysRefused() {
        // Given
        Subscription unknown = subscription("hibernating").following(Optional.of(subscription("unpaid")), NOW);

        // When
        Entitlement verdict = assess(Optional.empty(), unknown);

        // Then
        assertThat(verdict.allowed()).isFalse();
    }

    private Entitlement assess(Optional<Trial> trial, Subscription... subscriptions) {
        return assess(trial, NOW, subscriptions);
    }

    private Entitlement assess(Optional<Trial> trial, Instant now, Subscription... subscriptions) {
        return rules.assess(trial, List.of(subscriptions), now).orElseThrow();
    }

    private static Trial trialOverSince(Duration ago) {
        return new Trial(NOW.minus(Duration.ofDays(15)), NOW.minus(ago));
    }

    private static Subscription subscription(String status) {
        SubscriptionStatus understood = SubscriptionStatus.of(status);
        return new Subscription(
                "sub_" + status,
                status,
                understood,
                Optional.empty(),
                Optional.of(Plan.MONTHLY),
                PERIOD_END,
                Optional.empty(),
                understood == SubscriptionStatus.PAST_DUE
                        ? Optional.of(NOW.minus(Duration.ofDays(1)))
                        : Optional.empty());
    }

    private static Subscription ending(Subscription subscription, Instant end) {
        return new Subscription(
                subscription.id(),
                subscription.status(),
                subscription.understoodStatus(),
                subscription.unknownSince(),
                subscription.plan(),
                subscription.periodEndsAt(),
                Optional.of(end),
                subscription.pastDueSince());
    }
}
