package io.earlybrd.scraper.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.provider.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("S4")
class CadenceTest {

    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00Z");

    static Stream<Arguments> rests() {
        Outcome unreachable = new Outcome.Unreachable("", null);
        Outcome blocked = new Outcome.Blocked("", null);
        Outcome gone = new Outcome.Gone("");
        return Stream.of(
                Arguments.of(new Outcome.Ok(List.of()), 0, Duration.ofMinutes(5)),
                Arguments.of(new Outcome.NotModified(), 0, Duration.ofMinutes(5)),
                Arguments.of(new Outcome.Partial(List.of(), "", true), 0, Duration.ofMinutes(5)),
                Arguments.of(unreachable, 1, Duration.ofMinutes(5)),
                Arguments.of(unreachable, 2, Duration.ofMinutes(10)),
                Arguments.of(unreachable, 3, Duration.ofMinutes(20)),
                Arguments.of(unreachable, 1000, Duration.ofHours(1)),
                Arguments.of(blocked, 1, Duration.ofHours(1)),
                Arguments.of(blocked, 1000, Duration.ofDays(1)),
                Arguments.of(gone, 1, Duration.ofMinutes(5)),
                Arguments.of(gone, 2, Duration.ofHours(1)),
                Arguments.of(gone, 3, Duration.ofHours(2)),
                Arguments.of(gone, 1000, Duration.ofDays(1)),
                Arguments.of(new Outcome.Blocked("", Duration.ofSeconds(120)), 1, Duration.ofMinutes(5)),
                Arguments.of(new Outcome.Blocked("", Duration.ofMinutes(30)), 1, Duration.ofMinutes(30)),
                Arguments.of(new Outcome.Unreachable("", Duration.ofHours(3)), 1, Duration.ofHours(3)));
    }

    @ParameterizedTest
    @MethodSource("rests")
    void rest_followsFromTheOutcome(Outcome outcome, int alike, Duration rest) {
        Instant due = new Cadence(INTERVAL, () -> 0).due(BEGAN, BEGAN, outcome, new Failures(9, alike, outcome.kind()));

        assertThat(due).isEqualTo(BEGAN.plus(rest));
    }

    @Test
    void intervals_countFromTheBeginningAndWishesFromTheAnswer() {
        Cadence cadence = new Cadence(INTERVAL, () -> 0);
        Instant ended = BEGAN.plusSeconds(290);

        assertThat(cadence.due(BEGAN, ended, new Outcome.NotModified(), Failures.NONE))
                .isEqualTo(BEGAN.plusSeconds(300));
        assertThat(cadence.due(BEGAN, ended, new Outcome.Blocked("", Duration.ofSeconds(120)), Failures.NONE))
                .isEqualTo(BEGAN.plusSeconds(290 + 120));
    }

    @Test
    void jitter_makesItLongerByATenthAtMost() {
        Cadence cadence = new Cadence(INTERVAL, () -> 1);

        assertThat(cadence.due(BEGAN, BEGAN, new Outcome.NotModified(), Failures.NONE))
                .isEqualTo(BEGAN.plusSeconds(330));
    }
}
