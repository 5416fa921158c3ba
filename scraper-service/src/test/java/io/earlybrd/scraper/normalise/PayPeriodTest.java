package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S11")
class PayPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "year, year",
        "' YEAR ', year",
        "1 YEAR, year",
        "yearly, year",
        "per annum, year",
        "Annually, year",
        "ANN, year",
        "per-year-salary, year",
        "per-month-salary, month",
        "1 MONTH, month",
        "MON, month",
        "per-week-salary, week",
        "WEE, week",
        "per-day-wage, day",
        "a day, day",
        "per-hour-wage, hour",
        "an hour, hour",
        "Hourly, hour",
        "HUR, hour"
    })
    void periodInAProvidersWords_isOneWord(String stated, String period) {
        assertThat(PayPeriod.stated(stated)).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NONE", "2 YEAR", "one-time", "bonus", "years", "per project", "per-year-bonus"})
    void anythingElse_isNone(String stated) {
        assertThat(PayPeriod.stated(stated)).isNull();
    }
}
