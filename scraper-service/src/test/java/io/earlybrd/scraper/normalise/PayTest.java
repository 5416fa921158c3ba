package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Salary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayTest {

    @Test
    void range_isInMinorUnitsOfItsCurrency() {
        assertThat(Pay.range(new BigDecimal("25.505"), new BigDecimal("30"), "eur", "hour"))
                .isEqualTo(new Salary(Optional.of(2551L), Optional.of(3000L), "EUR", "hour"));
        assertThat(Pay.range(new BigDecimal("5000000"), null, "JPY", "year"))
                .isEqualTo(new Salary(Optional.of(5_000_000L), Optional.empty(), "JPY", "year"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, EUR",
        "-1, , EUR",
        "30000, 20000, EUR",
        "10000, 20000, EURO",
        "10000, 20000, ''",
        "26, 26, USD",
        "26, 52000, USD",
        ", 31.50, USD",
        "1e30, , EUR",
        "1e-999999999, , EUR"
    })
    void whatCannotBeRight_isNotStated(BigDecimal min, BigDecimal max, String currency) {
        assertThat(Pay.range(min, max, currency, "year")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "$55k - $100k > 55000-100000 USD year",
                "€60.000–80.000 brutto/Jahr > 60000-80000 EUR year",
                "£45 per hour > 45-45 GBP hour",
                "$0.05 – $0.06 / hour > 0.05-0.06 USD hour",
                "CHF 120k > 120000-120000 CHF year",
                "CHF 1'049,95 per day > 1049.95-1049.95 CHF day",
                "120-150k USD > 120000-150000 USD year",
                "$80-100K base + 0.50–0.75% equity > 80000-100000 USD year",
                "C$60-80k > 60000-80000 CAD year",
                "CA$115K - CA$130K > 115000-130000 CAD year",
                "A$120,000 to A$140,000 > 120000-140000 AUD year",
                "S$90k - 120k > 90000-120000 SGD year",
                "$140,000 - $180,000 CAD > 140000-180000 CAD year",
                "$25/hr - $35/hr > 25-35 USD hour",
                "45 000 - 60 000 EUR > 45000-60000 EUR year",
                "12-18 LPA > 1200000-1800000 INR year",
                "₹8,000 - ₹10,000 per month > 8000-10000 INR month",
                "15 000 - 20 000 PLN miesięcznie > 15000-20000 PLN month",
                "USD 130000-400000 1 YEAR > 130000-400000 USD year",
                "USD 190000-246000 per-year-salary > 190000-246000 USD year",
                "$45K – $50K • $22.5K – $25K Bonus > 45000-50000 USD year",
                "up to $100k > -100000 USD year",
                "bis zu 90.000 € > -90000 EUR year",
                "from $50,000 per year > 50000- USD year",
                "$100k+ > 100000- USD year",
                "$0 – $123K > -123000 USD year",
                "40 hours, $25/hour > 25-25 USD hour"
            })
    @Tag("S11")
    void writtenPay_isRead(String text, String expected) {
        assertThat(summary(Pay.text(text, List.of("US")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Not Displayed",
                "Competitive",
                "Pay per task",
                "120-150k",
                "$18 - $25",
                "20 000 - 25 000 PLN",
                "$50,000k",
                "$120k OTE",
                "€3.000 netto pro Monat",
                "$10 million",
                "$120K – $150K • Estimated base salary range: $110,000 - $125,000",
                "$150,000 - $100,000",
                "€50k - $60k",
                "$5k - $500k",
                "$12 a year",
                "$120,000 per hour",
                "-€5",
                "$1,500",
                "3-5 years"
            })
    @Tag("S11")
    void payThatIsNotCertain_isUnknown(String text) {
        assertThat(Pay.text(text, List.of("US"))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "$100k > US,GB > USD",
                "$100k > US,CA > ",
                "$100k > CA > ",
                "$100k > DE > ",
                "$100k > '' > ",
                "400 000 kr > SE > SEK",
                "400 000 kr > NO,DE > NOK",
                "400 000 kr > SE,NO > ",
                "400 000 kr > US > "
            })
    @Tag("S11")
    void signOfSeveralCurrencies_isToldByThePlaces(String text, String countries, @Nullable String currency) {
        Salary salary = Pay.text(text, List.of(countries.split(",")));

        assertThat(salary == null ? null : salary.currency()).isEqualTo(currency);
    }

    private static String summary(@Nullable Salary salary) {
        return salary == null
                ? "none"
                : major(salary.minMinor()) + "-" + major(salary.maxMinor()) + " " + salary.currency() + " "
                        + salary.period();
    }

    private static String major(Optional<Long> minor) {
        return minor.map(amount ->
                        BigDecimal.valueOf(amount, 2).stripTrailingZeros().toPlainString())
                .orElse("");
    }
}
