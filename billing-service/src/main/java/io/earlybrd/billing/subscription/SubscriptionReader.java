package io.earlybrd.billing.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.billing.stripe.UnreadableAnswer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a subscription from Stripe's JSON, in the shape before and after the API version 2025-03-31.basil, which moved the
 * period from the subscription to its items. The raw JSON is read, because the typed model knows one shape only.
 */
final class SubscriptionReader {

    /** What may happen at the end of a trial without a card that makes the trial's end the end. */
    private static final Set<String> ENDS_WITHOUT_CARD = Set.of("cancel", "pause");

    private SubscriptionReader() {}

    /**
     * Reads one subscription.
     *
     * @throws UnreadableAnswer if it lacks what every subscription has
     */
    static Subscription read(JsonNode json) {
        String id = text(json, "id").orElseThrow(() -> new UnreadableAnswer("a subscription without an id"));
        String word = text(json, "status").orElseThrow(() -> new UnreadableAnswer(id + " has no status"));
        SubscriptionStatus status = SubscriptionStatus.of(word);
        Instant periodEnd = periodEnd(json, status).orElseThrow(() -> new UnreadableAnswer(id + " has no period"));
        return new Subscription(
                id,
                word,
                status,
                Optional.empty(),
                plan(json),
                periodEnd,
                end(json, status, periodEnd),
                status == SubscriptionStatus.PAST_DUE ? Optional.of(firstFailure(json, periodEnd)) : Optional.empty());
    }

    private static Optional<Instant> periodEnd(JsonNode json, SubscriptionStatus status) {
        Optional<Instant> trialEnd = time(json, "trial_end");
        return status == SubscriptionStatus.TRIALING && trialEnd.isPresent()
                ? trialEnd
                : onSubscriptionOrItem(json, "current_period_end");
    }

    private static Optional<Instant> end(JsonNode json, SubscriptionStatus status, Instant periodEnd) {
        Optional<Instant> ended = time(json, "ended_at").or(() -> time(json, "cancel_at"));
        if (ended.isPresent()) {
            return ended;
        }
        boolean endsWithPeriod = json.path("cancel_at_period_end").asBoolean(false)
                || status == SubscriptionStatus.TRIALING && trialHasNoCard(json);
        return endsWithPeriod ? Optional.of(periodEnd) : Optional.empty();
    }

    private static boolean trialHasNoCard(JsonNode json) {
        String atTrialEnd = json.path("trial_settings")
                .path("end_behavior")
                .path("missing_payment_method")
                .asText("");
        return ENDS_WITHOUT_CARD.contains(atTrialEnd)
                && !json.hasNonNull("default_payment_method")
                && !json.hasNonNull("default_source");
    }

    /**
     * When the open payment first failed: the renewal's invoice is charged when it is finalised. Where the answer holds no
     * invoice, the renewal's own instant stands for it, which is an hour early at most.
     */
    private static Instant firstFailure(JsonNode json, Instant periodEnd) {
        JsonNode invoice = json.path("latest_invoice");
        return time(invoice.path("status_transitions"), "finalized_at")
                .or(() -> time(invoice, "created"))
                .or(() -> onSubscriptionOrItem(json, "current_period_start"))
                .orElse(periodEnd);
    }

    private static Optional<Plan> plan(JsonNode json) {
        JsonNode price = json.path("items").path("data").path(0).path("price");
        return text(price, "lookup_key")
                .flatMap(Plan::ofLookupKey)
                .or(() -> text(price.path("recurring"), "interval").flatMap(Plan::paidEvery));
    }

    private static Optional<Instant> onSubscriptionOrItem(JsonNode json, String field) {
        return time(json, field).or(() -> time(json.path("items").path("data").path(0), field));
    }

    private static Optional<Instant> time(JsonNode json, String field) {
        return json.path(field).canConvertToLong() && json.path(field).isIntegralNumber()
                ? Optional.of(Instant.ofEpochSecond(json.path(field).asLong()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.path(field).isTextual() ? Optional.of(json.path(field).asText()) : Optional.empty();
    }
}
