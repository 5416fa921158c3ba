package io.earlybrd.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {

    private static final CloudEvent EVENT =
            new CloudEvent(UUID.randomUUID(), "JobPosted", "/scraper", Instant.parse("2026-11-23T12:00:00Z"));

    @Test
    void attributes_areReadAsTheyWereWritten() {
        RecordHeaders headers = new RecordHeaders();

        EVENT.writeTo(headers);

        assertThat(CloudEvent.of(headers)).isEqualTo(EVENT);
        assertThat(headers.lastHeader(CloudEvent.SPEC_VERSION).value())
                .asString()
                .isEqualTo("1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {CloudEvent.ID, CloudEvent.TYPE, CloudEvent.SOURCE, CloudEvent.TIME})
    void missingOrMalformedAttribute_isUnreadable(String attribute) {
        RecordHeaders headers = new RecordHeaders();
        EVENT.writeTo(headers);

        headers.remove(attribute);

        assertThatThrownBy(() -> CloudEvent.of(headers))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining(attribute);
    }

    @Test
    void malformedIdAndTime_areUnreadable() {
        RecordHeaders headers = new RecordHeaders();
        EVENT.writeTo(headers);

        headers.remove(CloudEvent.ID).add(CloudEvent.ID, "42".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CloudEvent.of(headers)).isInstanceOf(UnreadableEvent.class);
    }
}
