package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Salary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S11")
class SalariesTest {

    private static final Salary LOW = new Salary(Optional.of(10L), Optional.of(20L), "EUR", "year");

    @Test
    void severalRanges_areOneThatHoldsAll() {
        Salary high = new Salary(Optional.of(15L), Optional.of(30L), "EUR", "year");

        assertThat(Salaries.widest(List.of(LOW, high)))
                .isEqualTo(new Salary(Optional.of(10L), Optional.of(30L), "EUR", "year"));
    }

    @Test
    void oneThatIsOpenAbove_leavesTheWholeOpen() {
        Salary open = new Salary(Optional.of(15L), Optional.empty(), "EUR", "year");

        assertThat(Salaries.widest(List.of(LOW, open)))
                .isEqualTo(new Salary(Optional.of(10L), Optional.empty(), "EUR", "year"));
    }

    @Test
    void rangesOfSeveralKinds_areNotComparable() {
        assertThat(Salaries.widest(List.of(LOW, new Salary(Optional.of(1L), Optional.of(2L), "EUR", "hour"))))
                .isNull();
        assertThat(Salaries.widest(List.of(LOW, new Salary(Optional.of(1L), Optional.of(2L), "USD", "year"))))
                .isNull();
    }

    @Test
    void rangesThatAreOpenAtEitherEnd_sayNothingTogether() {
        Salary from = new Salary(Optional.of(15L), Optional.empty(), "EUR", "year");
        Salary upTo = new Salary(Optional.empty(), Optional.of(20L), "EUR", "year");

        assertThat(Salaries.widest(List.of(from, upTo))).isNull();
        assertThat(Salaries.widest(List.of())).isNull();
    }
}
