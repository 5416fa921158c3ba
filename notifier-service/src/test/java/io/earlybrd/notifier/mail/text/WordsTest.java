package io.earlybrd.notifier.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Salary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Moments moments = new Moments(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-23T09:06:41Z"));

    @Test
    void times_areAsShortAsTheyCanBeToldApart() {
        assertThat(moments.brief(Instant.parse("2026-11-23T09:02:00Z"))).isEqualTo("10:02");
        assertThat(moments.brief(Instant.parse("2026-11-17T08:00:00Z"))).isEqualTo("Tue 09:00");
        assertThat(moments.brief(Instant.parse("2026-11-16T08:00:00Z"))).isEqualTo("16 Nov");
        assertThat(moments.brief(Instant.parse("2025-11-30T08:00:00Z"))).isEqualTo("30 Nov 2025");
        assertThat(moments.whole(Instant.parse("2026-12-01T08:00:00Z")))
                .isEqualTo("Tue 1 Dec 2026 09:00 Europe/Berlin");
    }

    @Test
    void pay_saysWhatIsKnownAndNoMore() {
        assertThat(Pay.withSigns(salary(8_200_000L, 9_600_000L, "EUR", "year"))).isEqualTo("€82,000 to €96,000 a year");
        assertThat(Pay.withCode(salary(8_200_000L, 9_600_000L, "EUR", "year")))
                .isEqualTo("EUR 82,000 to 96,000 a year");
        assertThat(Pay.withSigns(salary(1_850L, null, "USD", "hour"))).isEqualTo("$18.50 or more an hour");
        assertThat(Pay.withSigns(salary(null, 700_000L, "JPY", "month"))).isEqualTo("up to JPY 700,000 a month");
        assertThat(Pay.withSigns(salary(500_000L, 500_000L, "GBP", "month"))).isEqualTo("£5,000 a month");
        assertThat(Pay.withSigns(Optional.empty())).isEqualTo("Pay not stated");
    }

    private static Optional<Salary> salary(Long min, Long max, String currency, String period) {
        return Optional.of(new Salary(Optional.ofNullable(min), Optional.ofNullable(max), currency, period));
    }
}
