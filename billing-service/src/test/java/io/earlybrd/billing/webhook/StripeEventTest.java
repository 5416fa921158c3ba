package io.earlybrd.billing.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B4")
class StripeEventTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\": \"subscription\", \"id\": \"sub_1\", \"customer\": \"cus_1\"}",
                "{\"object\": \"subscription\", \"id\": \"sub_1\", \"customer\": {\"id\": \"cus_1\"}}",
                "{\"object\": \"customer\", \"id\": \"cus_1\", \"deleted\": true}",
            })
    void customer_isFoundWhereverTheObjectNamesIt(String object) {
        // When
        StripeEvent event = read("{\"id\": \"evt_1\", \"type\": \"customer.subscription.updated\", \"livemode\": false,"
                        + " \"data\": {\"object\": " + object + "}}")
                .orElseThrow();

        // Then
        assertThat(event.customerId()).contains("cus_1");
        assertThat(event.isHint()).isTrue();
    }

    @Test
    void unknownType_isNoHintAndCountedWithTheOthers() {
        // When
        StripeEvent event = read("{\"id\": \"evt_1\", \"type\": \"customer.subscription.frobnicated\","
                        + " \"data\": {\"object\": {\"customer\": \"cus_1\"}}}")
                .orElseThrow();

        // Then
        assertThat(event.isHint()).isFalse();
        assertThat(event.countedType()).isEqualTo("other");
    }

    @Test
    @Tag("B17")
    void dispute_isNoHintButCountedAsWhatItIs() {
        // When
        StripeEvent event = read("{\"id\": \"evt_1\", \"type\": \"charge.dispute.created\","
                        + " \"data\": {\"object\": {\"object\": \"dispute\", \"charge\": \"ch_1\", \"customer\": \"cus_1\"}}}")
                .orElseThrow();

        // Then
        assertThat(event.isHint()).isFalse();
        assertThat(event.settledAs()).contains("dispute");
        assertThat(event.countedType()).isEqualTo("charge.dispute.created");
    }

    @Test
    void thinEvent_isAnEvent() {
        // When
        Optional<StripeEvent> event = read("{\"id\": \"evt_1\", \"object\": \"v2.core.event\","
                + " \"type\": \"v2.core.event_destination.ping\", \"created\": \"2026-11-23T12:00:00Z\"}");

        // Then
        assertThat(event).hasValueSatisfying(read -> assertThat(read.isHint()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "{}", "{\"id\": 1, \"type\": \"invoice.paid\"}", "{\"id\": \"evt_1\"", "\u0000"
            })
    void anythingElse_isNoEvent(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void deepNesting_isNoEvent() {
        assertThat(read("[".repeat(100_000))).isEmpty();
    }

    private static Optional<StripeEvent> read(String body) {
        return StripeEvent.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
