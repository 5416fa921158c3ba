package io.earlybrd.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void newId_isAUuidOfVersion7WithTheClocksTime() {
        UUID id = new EventIds(Clock.fixed(NOON, ZoneOffset.UTC)).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void idOfParts_isTheSameForTheSamePartsOnly() {
        UUID id = EventIds.ofParts("job", 3L, 4);

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).isEqualTo(EventIds.ofParts("job", 3, "4"));
        assertThat(id).isNotEqualTo(EventIds.ofParts("job3", "", 4)).isNotEqualTo(EventIds.ofParts("job", 4, 3));
    }
}
