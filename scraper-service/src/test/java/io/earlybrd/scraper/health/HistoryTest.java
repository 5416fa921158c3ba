package io.earlybrd.scraper.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    @Tag("S6")
    void usualYield_isTheMedianOfFourteenDays() {
        History history = new History(
                TODAY,
                IntStream.range(0, History.DAYS)
                        .mapToObj(age -> new Day(TODAY.minusDays(age), age < 6 ? 0 : age < 14 ? 40 : 400, 0))
                        .toList());

        assertThat(history.usualYield()).hasValue(40);
        assertThat(history.lastYield()).hasValue(0);
    }

    @Test
    @Tag("S6")
    void usualYield_isNotKnownFromTwoDays() {
        History history = new History(
                TODAY,
                List.of(
                        new Day(TODAY, null, 3),
                        new Day(TODAY.minusDays(1), 40, 0),
                        new Day(TODAY.minusDays(2), 41, 0),
                        new Day(TODAY.minusDays(20), 44, 0)));

        assertThat(history.usualYield()).isEmpty();
        assertThat(history.lastYield()).hasValue(40);
    }

    @Test
    @Tag("S17")
    void sourceThatIsNew_isPresumedBusyUntilItsDaysSayOtherwise() {
        History none = new History(TODAY, List.of());
        History quietForThreeDays = new History(TODAY, List.of(new Day(TODAY.minusDays(3), 40, 0)));
        History busyForWeeks = new History(
                TODAY,
                IntStream.range(0, 28)
                        .mapToObj(age -> new Day(TODAY.minusDays(age), 40, 6))
                        .toList());

        assertThat(none.freshPerDay()).isEqualTo(4);
        assertThat(quietForThreeDays.freshPerDay()).isEqualTo(1);
        assertThat(busyForWeeks.freshPerDay()).isCloseTo(6, within(0.2));
    }

    @Test
    @Tag("S17")
    void jobsOfTodayAndYesterday_countAtOnce() {
        History history =
                new History(TODAY, List.of(new Day(TODAY.minusDays(27), 40, 0), new Day(TODAY.minusDays(1), 48, 8)));

        assertThat(history.freshPerDay()).isEqualTo(4);
    }

    @Test
    @Tag("S6")
    void crawl_addsToTheDay() {
        // Given
        History history = new History(TODAY, List.of(new Day(TODAY.minusDays(28), 7, 7)));
        assertThat(history.days()).as("too old").isEmpty();

        // When
        History after = history.after(40, 0).after(null, 2).after(41, 1).after(null, 0);

        // Then
        assertThat(after.days()).containsExactly(new Day(TODAY, 41, 3));
    }
}
