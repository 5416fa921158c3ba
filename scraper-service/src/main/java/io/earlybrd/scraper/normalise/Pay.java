package io.earlybrd.scraper.normalise;

import io.earlybrd.events.Salary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pay as a provider states it in figures. What cannot be right is not passed on. */
public final class Pay {

    // No employer states more than this; a larger figure is a mistake and would overflow when added up.
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    // "1e-999999999" is a short text, but rounding it would take all memory.
    private static final int MOST_DIGITS_AFTER_POINT = 20;

    private Pay() {}

    /**
     * A range of pay.
     *
     * @param min lower end in whole units of the currency; null or zero if there is none
     * @param max upper end
     * @param currency ISO 4217 code
     * @param period {@code year}, {@code month}, {@code week}, {@code day} or {@code hour}
     * @return null if neither end is stated, the currency is unknown, or the range is upside down
     */
    public static @Nullable Salary range(
            @Nullable BigDecimal min, @Nullable BigDecimal max, String currency, String period) {
        Currency unit = currency(currency);
        if (unit == null) {
            return null;
        }
        Optional<Long> low = minor(min, unit);
        Optional<Long> high = minor(max, unit);
        if (low.isEmpty() && high.isEmpty() || low.isPresent() && high.isPresent() && low.get() > high.get()) {
            return null;
        }
        return new Salary(low, high, unit.getCurrencyCode(), period);
    }

    private static @Nullable Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<Long> minor(@Nullable BigDecimal amount, Currency unit) {
        if (amount == null
                || amount.signum() <= 0
                || amount.scale() > MOST_DIGITS_AFTER_POINT
                || amount.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        int digits = Math.max(unit.getDefaultFractionDigits(), 0);
        return Optional.of(
                amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
