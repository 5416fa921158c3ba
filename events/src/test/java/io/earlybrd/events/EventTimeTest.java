package io.earlybrd.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T12:00:00Z",
                "2026-11-23T12:00:00.1Z",
                "2026-11-23T12:00:00.01Z",
                "2026-11-23T12:00:00.123456789Z",
                "2026-11-23T12:00:00.000000001Z",
                "2026-11-23T12:00:00.Z",
                "2024-02-29T23:59:59.999Z",
                "2026-11-23T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "2026-11-23t12:00:00z",
                "2026-11-23T14:30:00+02:30"
            })
    void time_isReadAsTheJdkReadsIt(String text) {
        assertThat(EventTime.parse(text)).isEqualTo(Instant.parse(text));
        assertThat(read("\"" + text + "\"")).isEqualTo(Instant.parse(text));
    }

    @Test
    void everyTimeThatIsWritten_comesBack() {
        Random random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            long second = random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond());
            long unit = (long) Math.pow(10, random.nextInt(10));
            Instant written = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000) / unit * unit);

            assertThat(EventTime.parse(written.toString())).isEqualTo(written);
            assertThat(read(EventJson.write(written))).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2026-11-23",
                "2026-11-23T12:00:00",
                "2026-11-23T12:00Z",
                "2026-11-23T12:00:00 Z",
                "2026-11-23T12:00:00,5Z",
                "2026-11-23T12:00:00.5",
                "2026-11-23T12:00:00.5xZ",
                "2026-11-23T12:00:00.1234567890Z",
                "2026-11-23 12:00:00Z",
                " 2026-11-23T12:00:00Z",
                "2026-11-23T12:00:00Z and more",
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-11-23T12:60:00Z",
                "2026-11-23T24:00:01Z",
                "٢٠٢٦-11-23T12:00:00Z"
            })
    void whatIsNoTime_isRefused(String text) {
        assertThatThrownBy(() -> EventTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> read("\"" + text + "\"")).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1764000000", "17.5", "true", "[]", "{}"})
    void whatIsNoText_isRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnreadableEvent.class);
    }

    private static Instant read(String json) {
        return EventJson.read(json.getBytes(StandardCharsets.UTF_8), Instant.class);
    }
}
