package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Salary;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "30, 20, EUR",
        "10, 20, EURO",
        "10, 20, ''",
        "1e30, , EUR",
        "1e-999999999, , EUR"
    })
    void whatCannotBeRight_isNotStated(BigDecimal min, BigDecimal max, String currency) {
        assertThat(Pay.range(min, max, currency, "year")).isNull();
    }
}
