package io.earlybrd.scraper.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.earlybrd.scraper.health.Day;
import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.health.History;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.testing.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("S4")
class CadenceTest {

    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Duration DAY = Duration.ofDays(1);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
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
        Instant due = cadence(0).due(BEGAN, BEGAN, outcome, new Failures(9, alike, outcome.kind()), INTERVAL);

        assertThat(due).isEqualTo(BEGAN.plus(rest));
    }

    @Test
    void intervals_countFromTheBeginningAndWishesFromTheAnswer() {
        Cadence cadence = cadence(0);
        Instant ended = BEGAN.plusSeconds(290);

        assertThat(cadence.due(BEGAN, ended, new Outcome.NotModified(), Failures.NONE, INTERVAL))
                .isEqualTo(BEGAN.plusSeconds(300));
        assertThat(cadence.due(BEGAN, ended, new Outcome.Blocked("", Duration.ofSeconds(120)), Failures.NONE, INTERVAL))
                .isEqualTo(BEGAN.plusSeconds(290 + 120));
    }

    @Test
    void jitter_makesItLongerByATenthAtMost() {
        assertThat(cadence(1).due(BEGAN, BEGAN, new Outcome.NotModified(), Failures.NONE, INTERVAL))
                .isEqualTo(BEGAN.plusSeconds(330));
    }

    @ParameterizedTest
    @CsvSource({"40, 5", "4, 5", "2, 9.3", "1, 17.5", "0.5, 31", "0.25, 51", "0, 54.5"})
    @Tag("S17")
    void rest_isTheLongerTheRarerNewJobsAre(double freshPerDay, double minutes) {
        // Given
        List<Day> days = IntStream.range(0, History.DAYS)
                .mapToObj(age -> new Day(TODAY.minusDays(age), 50, spread(freshPerDay, age)))
                .toList();

        // When
        Duration rest = cadence(0).rest(new History(TODAY, days));

        // Then
        assertThat(rest.toMillis() / 60_000.0).isCloseTo(minutes, withinPercentage(2));
    }

    @Test
    @Tag("S17")
    void quietSource_isAskedWithinTheHourThoughJitterIsAdded() {
        Cadence cadence = cadence(1);
        History quiet = new History(TODAY, List.of(new Day(TODAY.minusDays(20), 50, 0)));

        Instant due = cadence.due(BEGAN, BEGAN, new Outcome.NotModified(), Failures.NONE, cadence.rest(quiet));

        assertThat(due).isBetween(BEGAN.plus(Duration.ofMinutes(59)), BEGAN.plus(Duration.ofMinutes(60)));
    }

    @Test
    @Tag("S17")
    void busySource_isAskedWithinFiveMinutesThoughJitterIsAdded() {
        ScheduleConfig config = Settings.of(ScheduleConfig.class);
        Cadence cadence = new Cadence(config.interval(), config.longestInterval(), () -> 1);
        History busy = new History(TODAY, List.of(new Day(TODAY, 500, 9)));

        Instant due = cadence.due(BEGAN, BEGAN, new Outcome.NotModified(), Failures.NONE, cadence.rest(busy));

        assertThat(due).isBetween(BEGAN.plus(Duration.ofMinutes(4)), BEGAN.plus(Duration.ofMinutes(5)));
    }

    @Test
    @Tag("S17")
    void restThatIsLong_isNoLongerThanThatWhileFailing() {
        Outcome unreachable = new Outcome.Unreachable("", null);

        assertThat(cadence(0).due(BEGAN, BEGAN, unreachable, new Failures(1, 1, unreachable.kind()), DAY))
                .isEqualTo(BEGAN.plus(DAY));
        assertThat(cadence(0).due(BEGAN, BEGAN, unreachable, new Failures(3, 3, unreachable.kind()), INTERVAL))
                .isEqualTo(BEGAN.plus(INTERVAL.multipliedBy(4)));
    }

    @Test
    @Tag("S17")
    void sourcesThatMissedTheirTurn_areSpreadOverTheirOwnRests() {
        // Given
        Random random = new Random(17);
        Cadence cadence = new Cadence(INTERVAL, LONGEST, random::nextDouble);

        // When
        Map<Long, Long> perMinute = IntStream.range(0, 10_000)
                .mapToObj(source -> cadence.caughtUp(BEGAN, Duration.ofMinutes(50)))
                .collect(Collectors.groupingBy(
                        due -> Duration.between(BEGAN, due).toMinutes(), Collectors.counting()));

        // Then
        assertThat(perMinute).hasSize(50);
        assertThat(perMinute.values()).allSatisfy(sources -> assertThat(sources).isBetween(140L, 270L));
    }

    private static int spread(double freshPerDay, int age) {
        return (int) (Math.floor(freshPerDay * (age + 1)) - Math.floor(freshPerDay * age));
    }

    private static Cadence cadence(double random) {
        return new Cadence(INTERVAL, LONGEST, () -> random);
    }
}
