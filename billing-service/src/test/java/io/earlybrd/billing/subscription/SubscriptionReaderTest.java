package io.earlybrd.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earlybrd.billing.stripe.UnreadableAnswer;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
class SubscriptionReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.ofEpochSecond(1_790_000_000);
    private static final Instant END = START.plus(Duration.ofDays(30));

    @Test
    void shapeBeforeBasil_isRead() throws IOException {
        // When
        Subscription subscription = read("""
                {"id": "sub_1", "status": "active", "current_period_start": 1790000000, "current_period_end": 1792592000,
                 "items": {"data": [{"price": {"lookup_key": "earlybrd_yearly", "recurring": {"interval": "month"}}}]}}
                """);

        // Then
        assertThat(subscription.understoodStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(subscription.periodEndsAt()).isEqualTo(END);
        assertThat(subscription.endsAt()).isEmpty();
        assertThat(subscription.plan()).contains(Plan.YEARLY);
    }

    @Test
    void shapeSinceBasil_isReadFromTheItem() throws IOException {
        // When
        Subscription subscription = read("""
                {"id": "sub_1", "status": "active", "cancel_at_period_end": true, "items": {"data": [
                  {"current_period_start": 1790000000, "current_period_end": 1792592000,
                   "price": {"lookup_key": null, "recurring": {"interval": "month"}}}]}}
                """);

        // Then
        assertThat(subscription.periodEndsAt()).isEqualTo(END);
        assertThat(subscription.endsAt()).contains(END);
        assertThat(subscription.plan()).contains(Plan.MONTHLY);
    }

    @Test
    @Tag("B8")
    void pastDue_countsFromTheFailureAndNotFromTheNews() throws IOException {
        // When
        Subscription withInvoice = read(pastDue("""
                {"id": "in_1", "created": 1790000000, "status_transitions": {"finalized_at": 1790003600}}"""));
        Subscription withoutInvoice = read(pastDue("\"in_1\""));

        // Then
        assertThat(withInvoice.pastDueSince()).contains(START.plusSeconds(3600));
        assertThat(withoutInvoice.pastDueSince()).contains(START);
    }

    @Test
    @Tag("B1")
    void trialWithoutCardThatCancels_endsWithTheTrial() throws IOException {
        // When
        Subscription withoutCard = read(trial("cancel", "null"));
        Subscription withCard = read(trial("cancel", "\"pm_1\""));
        Subscription invoiced = read(trial("create_invoice", "null"));

        // Then
        assertThat(withoutCard.endsAt()).contains(END);
        assertThat(withCard.endsAt()).isEmpty();
        assertThat(invoiced.endsAt()).isEmpty();
    }

    @Test
    void answerWithoutAPeriod_isRefused() {
        assertThatThrownBy(() -> read("{\"id\": \"sub_1\", \"status\": \"active\"}"))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("sub_1");
    }

    @Test
    void everyRecordedLife_isReadInBothShapes() throws IOException {
        // Given
        Set<String> statuses = new TreeSet<>();

        // When
        for (String line : Files.readAllLines(SharedData.path("trust/stripe/scenarios/lifecycles.jsonl"))) {
            for (JsonNode event : JSON.readTree(line).path("events")) {
                JsonNode object = event.path("data").path("object");
                boolean whole = !object.path("items").path("data").isEmpty();
                if (whole && "subscription".equals(object.path("object").asText())) {
                    statuses.add(SubscriptionReader.read(object).status());
                }
            }
        }

        // Then
        assertThat(statuses)
                .contains(
                        "active", "trialing", "past_due", "unpaid", "canceled", "paused", "incomplete", "hibernating");
    }

    private static String pastDue(String invoice) {
        return """
                {"id": "sub_1", "status": "past_due", "latest_invoice": %s, "items": {"data": [
                  {"current_period_start": 1790000000, "current_period_end": 1792592000, "price": {}}]}}
                """.formatted(invoice);
    }

    private static String trial(String withoutCard, String paymentMethod) {
        return """
                {"id": "sub_1", "status": "trialing", "trial_end": 1792592000, "default_payment_method": %s,
                 "trial_settings": {"end_behavior": {"missing_payment_method": "%s"}}, "items": {"data": []}}
                """.formatted(paymentMethod, withoutCard);
    }

    private static Subscription read(String json) throws IOException {
        return SubscriptionReader.read(JSON.readTree(json));
    }
}
