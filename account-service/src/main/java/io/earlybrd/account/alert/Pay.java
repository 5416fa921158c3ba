package io.earlybrd.account.alert;

import io.earlybrd.events.SalaryFloor;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How pay is typed and shown: a whole number a year with its currency. */
public final class Pay {

    /** Those that most of the boards we watch pay in, first. */
    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "AUD", "BRL", "CAD", "CHF", "CZK", "DKK", "HUF", "ILS", "INR", "JPY", "MXN", "NOK",
            "NZD", "PLN", "RON", "SEK", "SGD", "ZAR");

    private static final Map<String, String> SIGNS = Map.of("EUR", "€", "USD", "$", "GBP", "£");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([ ,.'’]\\d{3})+|\\d+");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
    private static final int MAX_DIGITS = 12;
    private static final String A_YEAR = "year";

    private Pay() {}

    /** The currencies that can be chosen. */
    public static List<String> currencies() {
        return CURRENCIES;
    }

    /** Reads {@code 75,000} or {@code 75000}; empty if it is no such number or the currency is not in the list. */
    static Optional<SalaryFloor> read(String typed, String currency, boolean unknownPasses, boolean unstatedPasses) {
        String digits = NOT_A_DIGIT.matcher(typed).replaceAll("");
        if (!GROUPED.matcher(typed).matches() || digits.length() > MAX_DIGITS || !CURRENCIES.contains(currency)) {
            return Optional.empty();
        }
        return Optional.of(new SalaryFloor(
                Long.parseLong(digits) * minorUnits(currency),
                currency,
                A_YEAR,
                unknownPasses,
                // One way to say the same, so that equal floors are written alike.
                Optional.of(unstatedPasses).filter(passes -> passes != unknownPasses)));
    }

    /** Whether jobs that state no pay at all pass. */
    static boolean unstatedPasses(SalaryFloor floor) {
        return floor.unstatedPasses().orElse(floor.unknownPasses());
    }

    /** {@code 75,000}. */
    public static String amount(long minor, String currency) {
        return String.format(Locale.ENGLISH, "%,d", minor / minorUnits(currency));
    }

    /** {@code €75,000} or {@code NOK 900,000}. */
    public static String text(long minor, String currency) {
        String amount = amount(minor, currency);
        return SIGNS.containsKey(currency) ? SIGNS.get(currency) + amount : currency + " " + amount;
    }

    private static long minorUnits(String currency) {
        long units = 1;
        for (int i = 0; i < digits(currency); i++) {
            units *= 10;
        }
        return units;
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            // A code that a source invented: most currencies have cents.
            return 2;
        }
    }
}
