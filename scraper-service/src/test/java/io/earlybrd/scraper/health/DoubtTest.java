package io.earlybrd.scraper.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Outcome.Kind;
import io.earlybrd.scraper.testing.Postings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S6")
class DoubtTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-02");

    @ParameterizedTest(name = "{0} listed where {1} are usual, before that {2}: {3}")
    @CsvSource({
        "26, 50, 50, OK",
        "25, 50, 50, OK",
        "24, 50, 50, PARTIAL",
        "24, 50, 24, OK",
        "10, 50, 10, OK",
        "9, 50, 9, PARTIAL",
        "9, 50, 50, PARTIAL",
        "1, 50, 0, PARTIAL",
        "500, 50, 50, OK",
        "1, 9, 9, OK",
        "1, 10, 10, PARTIAL",
        "4, 10, 4, OK"
    })
    void wholeList_isBelievedUnlessFarTooLittleIsInIt(int listed, int usual, int lastTime, Kind believed) {
        Outcome outcome = Doubt.about(list(listed), history(usual, lastTime), usual);

        assertThat(outcome.kind()).isEqualTo(believed);
        assertThat(outcome.wholeList()).isTrue();
        assertThat(outcome.postings())
                .as("what is listed is stored in any case")
                .hasSize(listed);
    }

    @Test
    void sourceWithoutHistory_isComparedWithItsOpenJobs() {
        History none = new History(FIRST, List.of());

        assertThat(Doubt.about(list(20), none, 50).reason()).isEqualTo("only 20 listed where 50 are usual");
        assertThat(Doubt.about(list(20), none, 0).kind()).isEqualTo(Kind.OK);
    }

    @Test
    void boardThatStaysTiny_isBelievedWhenThatHasBecomeUsual() {
        // Given
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < 14; day++) {
            days.add(new Day(FIRST.plusDays(day), 50, 0));
        }
        int doubted = 0;

        // When
        LocalDate today = FIRST.plusDays(14);
        while (Doubt.about(list(3), new History(today, days), 50).kind() == Kind.PARTIAL) {
            days.add(new Day(today, 3, 0));
            today = today.plusDays(1);
            doubted++;
        }

        // Then
        assertThat(doubted).isBetween(6, 8);
    }

    @Test
    void otherOutcomes_stayWhatTheyAre() {
        List<Outcome> outcomes = List.of(
                new Outcome.NotModified(),
                new Outcome.Empty(),
                new Outcome.Partial(Listed.NOTHING, "cut", false),
                new Outcome.Gone("404"));

        assertThat(outcomes)
                .allSatisfy(outcome ->
                        assertThat(Doubt.about(outcome, history(50, 50), 50)).isSameAs(outcome));
    }

    /** Three weeks of the same, and a last list. */
    private static History history(int usual, int lastTime) {
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < 21; day++) {
            days.add(new Day(FIRST.plusDays(day), usual, 0));
        }
        days.add(new Day(FIRST.plusDays(21), lastTime, 0));
        return new History(FIRST.plusDays(21), days);
    }

    private static Outcome list(int size) {
        return new Outcome.Ok(Postings.several(size));
    }
}
