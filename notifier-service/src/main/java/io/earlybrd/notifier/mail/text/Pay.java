package io.earlybrd.notifier.mail.text;

import io.earlybrd.events.Salary;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Pay in words: {@code €82,000 to €96,000 a year}. */
public final class Pay {

    private Pay() {}

    /** With the currency's sign before each amount, for HTML. */
    public static String withSigns(Optional<Salary> salary) {
        return words(salary, true);
    }

    /** With the currency's code once, for plain text: {@code EUR 82,000 to 96,000 a year}. */
    public static String withCode(Optional<Salary> salary) {
        return words(salary, false);
    }

    private static String words(Optional<Salary> salary, boolean signs) {
        return salary.flatMap(pay -> amounts(pay, signs).map(amounts -> amounts + per(pay.period())))
                .orElse("Pay not stated");
    }

    private static Optional<String> amounts(Salary salary, boolean signs) {
        String before = signs ? sign(salary.currency()) : "";
        Optional<String> min = salary.minMinor().map(minor -> before + amount(minor, salary.currency()));
        Optional<String> max = salary.maxMinor().map(minor -> before + amount(minor, salary.currency()));
        Optional<String> both = min.flatMap(low -> max.map(high -> low.equals(high) ? low : low + " to " + high));
        Optional<String> amounts =
                both.or(() -> min.map(low -> low + " or more")).or(() -> max.map("up to "::concat));
        return signs ? amounts : amounts.map(text -> SafeText.oneLine(salary.currency(), 8) + " " + text);
    }

    private static String amount(long minor, String code) {
        BigDecimal major = BigDecimal.valueOf(minor, digits(code));
        boolean whole = major.stripTrailingZeros().scale() <= 0;
        String pattern = whole ? "#,##0" : "#,##0." + "0".repeat(major.scale());
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(major);
    }

    private static int digits(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2;
        }
    }

    private static String sign(String code) {
        return switch (code) {
            case "EUR" -> "€";
            case "USD" -> "$";
            case "GBP" -> "£";
            default -> SafeText.oneLine(code, 8) + " ";
        };
    }

    private static String per(String period) {
        return switch (period) {
            case "hour" -> " an hour";
            case "day", "week", "month", "year" -> " a " + period;
            default -> "";
        };
    }
}
