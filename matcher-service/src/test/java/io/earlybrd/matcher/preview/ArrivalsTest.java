package io.earlybrd.matcher.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W3")
class ArrivalsTest {

    private static final long NOW = Duration.ofDays(20_000).toNanos() / 1_000;
    private static final int DAYS = 30;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int ALERTS = 200;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** Of alerts with fewer jobs a week chance decides, whatever one foretells. */
    @Test
    void nextWeek_isForetoldWithinAQuarterForNineOfTenAlerts() {
        // Given
        List<Double> errors = new ArrayList<>();
        for (int alert = 0; alert < ALERTS; alert++) {
            int aDay = 8 + random.nextInt(18);
            Arrivals arrivals = new Arrivals(NOW);
            for (int day = 1; day <= DAYS; day++) {
                minutesOfADay(aDay).forEach(addTo(arrivals, day));
            }

            // When
            double foretold = arrivals.forecast().instant();

            // Then
            int came = 0;
            for (int day = 0; day < 7; day++) {
                came += minutesOfADay(aDay).size();
            }
            errors.add(Math.abs(foretold - came) / came);
        }
        assertThat(errors.stream().filter(error -> error <= 0.25))
                .as("seed %s", seed)
                .hasSizeGreaterThanOrEqualTo(ALERTS * 9 / 10);
    }

    @Test
    void alertsOfOtherCadences_getOneMailADayOrAWeekAtMost() {
        // Given
        Arrivals everyDay = new Arrivals(NOW);
        Arrivals everySecondDay = new Arrivals(NOW);
        Arrivals never = new Arrivals(NOW);
        for (int day = 1; day <= DAYS; day++) {
            Set.of(60, 120, 180).forEach(addTo(everyDay, day));
            if (day % 2 == 0) {
                Set.of(60).forEach(addTo(everySecondDay, day));
            }
            never.watchedSince(NOW - micros(day, 0));
        }

        // When
        PreviewAnswer.Forecast often = everyDay.forecast();
        PreviewAnswer.Forecast sometimes = everySecondDay.forecast();
        PreviewAnswer.Forecast silent = never.forecast();

        // Then
        assertThat(often).isEqualTo(new PreviewAnswer.Forecast(21, 7, 1));
        assertThat(sometimes).isEqualTo(new PreviewAnswer.Forecast(3.5, 3.5, 1));
        assertThat(silent).isEqualTo(new PreviewAnswer.Forecast(0, 0, 0));
    }

    @Test
    void watchedDays_areAsManyAsThereAreToSee() {
        // Given
        Arrivals arrivals = new Arrivals(NOW);

        // Then
        assertThat(arrivals.watchedDays()).isEqualTo(1);
        arrivals.watchedSince(NOW - micros(2, 1));
        assertThat(arrivals.watchedDays()).isEqualTo(3);
        arrivals.watchedSince(NOW - micros(DAYS, 0));
        assertThat(arrivals.watchedDays()).isEqualTo(DAYS);
    }

    /** The minutes in which jobs come, about so many a day, each at any time and whatever the others do. */
    private Set<Integer> minutesOfADay(int jobs) {
        return IntStream.range(0, MINUTES_A_DAY)
                .filter(minute -> random.nextInt(MINUTES_A_DAY) < jobs)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Consumer<Integer> addTo(Arrivals arrivals, int daysAgo) {
        return minute -> {
            long seen = NOW - micros(daysAgo, 0) + Duration.ofMinutes(minute).toNanos() / 1_000;
            arrivals.watchedSince(seen);
            arrivals.add(seen);
        };
    }

    private static long micros(int days, int minutes) {
        return Duration.ofDays(days).plusMinutes(minutes).toNanos() / 1_000;
    }
}
