package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Salary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S11")
class PayStatementTest {

    private static final List<String> USA = List.of("US");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The base salary range for this role is $150,000 - $190,000.",
                "We weave. The annual salary for this position is between $150,000 USD and $190,000 USD plus equity.",
                "Pay Range: $150,000.00 - $190,000.00\n\nJob ID: 7",
                "Compensation\n\n$150K–$190K base + equity (RSUs)",
                "The range is listed below.\n\nAnnual Salary:\n\n$150,000 — $190,000 USD",
                "Salary: $150k to $190k. Salary range again: $150,000 - $190,000.",
                "A sign-on bonus of $10,000 - $20,000 is paid. The salary is $150,000 - $190,000 per year."
            })
    void rangeThatIsStatedAsPay_isFound(String description) {
        assertThat(PayStatement.in(description, USA))
                .isEqualTo(new Salary(Optional.of(15_000_000L), Optional.of(19_000_000L), "USD", "year"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "You close deals of $50,000 - $90,000.",
                "Our customers pay $50,000 - $90,000 per year.",
                "We raised $50M - $90M. The salary is competitive.",
                "Salary: $150,000",
                "On target earnings: salary with commission $150,000 - $190,000.",
                "The total compensation is $150,000 - $190,000.",
                "The salary comes with a bonus of $20,000 - $40,000.",
                "Salary and $20,000 - $40,000 in equity.",
                "In Oslo the salary is $150,000 - $190,000. In Bergen the salary is $130,000 - $160,000.",
                "The salary is 150,000 - 190,000."
            })
    void everythingElse_isNot(String description) {
        assertThat(PayStatement.in(description, USA)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$1 - ", "salary $1,000-$2,000 ", "1,000,", "per ", "9", "$", "€ 1.000 bis ", "    "})
    void longText_isReadAtOnce(String piece) {
        String text = piece.repeat(PlainText.MAX_LENGTH / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PayStatement.in(text, USA));
    }
}
