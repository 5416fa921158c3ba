package io.earlybrd.scraper.normalise;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time that pay is for, as providers name it in a field of its own. */
public final class PayPeriod {

    private static final Pattern BEFORE = Pattern.compile("^(?:per|an?|1)[ -]");
    private static final Pattern BEHIND = Pattern.compile("[ -](?:salary|wage)$");

    private PayPeriod() {}

    /**
     * The period in one word.
     *
     * @param stated in any case: {@code YEAR}, {@code 1 YEAR}, {@code yearly}, {@code per-year-salary}, {@code per annum}, {@code ANN}
     * @return {@code year}, {@code month}, {@code week}, {@code day} or {@code hour}; null if it is none of them for certain
     */
    public static @Nullable String stated(String stated) {
        String lower = BEFORE.matcher(stated.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        return switch (BEHIND.matcher(lower).replaceFirst("")) {
            case "year", "yearly", "annual", "annually", "annum", "ann" -> "year";
            case "month", "monthly", "mon" -> "month";
            case "week", "weekly", "wee" -> "week";
            case "day", "daily" -> "day";
            case "hour", "hourly", "hur" -> "hour";
            default -> null;
        };
    }
}
