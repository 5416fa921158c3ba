package io.earlybrd.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earlybrd.billing.entitlement.Entitlement;
import io.earlybrd.billing.entitlement.EntitlementRules;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules against whole lives of subscriptions, in both shapes of the API, as Stripe would tell them at each instant. */
@Tag("B7")
class LifecyclesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntitlementRules rules = new EntitlementRules(Duration.ofDays(14));

    @Test
    void recordedLives_permitAlertsAsExpected() throws IOException {
        // Given
        SoftAssertions verdicts = new SoftAssertions();
        int checks = 0;

        // When
        for (String line : Files.readAllLines(SharedData.path("trust/stripe/scenarios/lifecycles.jsonl"))) {
            JsonNode life = JSON.readTree(line);
            if (!"in_order".equals(life.path("delivery").asText())) {
                continue;
            }
            for (JsonNode check : life.path("checks_in_order_only")) {
                Instant at = Instant.ofEpochSecond(check.path("at").asLong());
                boolean allowed = verdict(life, at).filter(Entitlement::allowed).isPresent();
                verdicts.assertThat(expected(check))
                        .as("%s %s at %s", life.path("scenario"), life.path("api_version"), at)
                        .contains(Boolean.toString(allowed));
                checks++;
            }
        }

        // Then
        assertThat(checks).isPositive();
        verdicts.assertAll();
    }

    private Optional<Entitlement> verdict(JsonNode life, Instant at) {
        Map<String, Subscription> told = new HashMap<>();
        for (JsonNode event : life.path("events")) {
            Instant changedAt = Instant.ofEpochSecond(event.path("created").asLong());
            JsonNode object = event.path("data").path("object");
            boolean whole = !object.path("items").path("data").isEmpty();
            if (whole && "subscription".equals(object.path("object").asText()) && !changedAt.isAfter(at)) {
                told.compute(
                        object.path("id").asText(),
                        (id, earlier) ->
                                SubscriptionReader.read(object).following(Optional.ofNullable(earlier), changedAt));
            }
        }
        return rules.assess(Optional.empty(), told.values(), at);
    }

    /** Both answers where the script leaves it open. */
    private static String expected(JsonNode check) {
        JsonNode allowed = check.path("alerts_allowed");
        if (allowed.isBoolean()) {
            return allowed.asText();
        }
        return "grace".equals(allowed.asText()) ? "true" : "true false";
    }
}
