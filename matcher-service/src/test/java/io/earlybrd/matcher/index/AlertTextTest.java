package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.SalaryFloor;
import io.earlybrd.matcher.testing.Wish;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertTextTest {

    private static final AlertKey KEY = new AlertKey(
            UUID.fromString("019aa000-0000-7000-8000-00000000000a"),
            UUID.fromString("019aa000-0000-7000-8000-00000000000b"));

    static Stream<AlertFilters> filters() {
        return Stream.of(
                AlertFilters.NONE,
                AlertFilters.NONE.withAliases(true),
                AlertFilters.NONE.withEmployersOnly(true),
                AlertFilters.NONE.withReposts(true),
                with(new SalaryFloor(0, "JPY", "hour", false)),
                with(new SalaryFloor(6_000_000, "EUR", "year", true)),
                with(new SalaryFloor(Long.MAX_VALUE, "EUR", "year", false, Optional.of(true))),
                with(new SalaryFloor(-1, "eur", "month", true, Optional.of(false))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void text_isReadAsItWasWritten(AlertFilters filters) {
        // Given
        AlertText text =
                new AlertText(KEY, 1_000_000, false, "title:\"dév\" OR 東京 \uD83D\uDE80 " + "go ".repeat(100), filters);

        // When
        AlertText read = AlertText.of(text.toBytes());

        // Then
        assertThat(read).isEqualTo(text);
        assertThat(AlertText.keyOf(text.toBytes())).isEqualTo(KEY);
    }

    @Test
    void pausedAlert_isKeptWithoutWhatItAsks() {
        // Given
        AlertText text = AlertText.of(Wish.of("\"").version(3).paused().saved());

        // When
        AlertText read = AlertText.of(text.toBytes());

        // Then
        assertThat(read).isEqualTo(text);
        assertThat(read.paused()).isTrue();
        assertThat(read.version()).isEqualTo(3);
        assertThat(read.words()).isEmpty();
    }

    @Test
    void halfACharacter_isRefused() {
        for (String half : List.of("rust \uD83D", "\uDE80 rust")) {
            assertThatThrownBy(() -> new AlertText(KEY, 1, false, half, AlertFilters.NONE).toBytes())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static AlertFilters with(SalaryFloor floor) {
        return new AlertFilters(
                List.of("Zürich", "Portland, Oregon", ""),
                AlertFilters.REMOTE_ONLY,
                List.of("Acme GmbH & Co. KG"),
                List.of("Fjordbank", "x".repeat(200)),
                Optional.of(floor),
                List.of("full-time"),
                List.of("senior", "lead"));
    }
}
