package io.earlybrd.scraper.normalise;

import io.earlybrd.events.Salary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pay as a provider states it, in figures or in words. What cannot be right, or may mean something else, is not passed on. */
public final class Pay {

    // No employer states more than this; a larger figure is a mistake and would overflow when added up.
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    // "1e-999999999" is a short text, but rounding it would take all memory.
    private static final int MOST_DIGITS_AFTER_POINT = 20;

    private static final BigDecimal LEAST_A_YEAR = BigDecimal.valueOf(1000);

    /** Longer texts are more than a statement of pay. */
    private static final int MAX_TEXT_LENGTH = 300;

    /** A statement with more at its ends than so many times the lower is not about one job. */
    private static final BigDecimal WIDEST = BigDecimal.TEN;

    private static final Pattern PIECES =
            Pattern.compile("\\s*[•|;]\\s*|\\s*\\+\\s+|\\s+(?:plus|and)\\s+(?=\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern BESIDE_SALARY = Pattern.compile(
            "(?i)\\b(?:bonus|commission|equity|stock|options?|rsus?|stipend|sign[- ]?on|relocation|housing|allowance|benefits?|401|arr|revenue"
                    + "|raised|funding|budget|valuation|\\w*reimburse\\w*)\\b");

    /** What somebody gets if all goes well, or after tax, is not the salary before tax. */
    private static final Pattern NO_SALARY = Pattern.compile(
            "(?i)\\b(?:ote|on[- ]target|target earnings|total (?:comp\\w*|cash|target|package|rewards)|net|netto|after tax|take[- ]home|na rękę)\\b");

    private static final Pattern PERIOD_ELSEWHERE = Pattern.compile(
            "(?i)\\b(hourly|per hour|an hour|daily rate|day rate|per day|weekly|per week|monthly|per month|annually|annual|per annum|per year|yearly"
                    + "|a year|per-year-salary|year|stundenlohn|monatlich|jahresgehalt|jährlich)\\b");

    private Pay() {}

    /**
     * Pay in a provider's own field or a line about nothing else: {@code "$55k - $100k"}, {@code "€60.000–80.000 brutto/Jahr"},
     * {@code "up to £45 per hour"}. A sum without a period is taken for a year if it can be for nothing shorter.
     *
     * @param countries where the job is, as ISO 3166-1 alpha-2: they decide what a bare {@code $} or {@code kr} is
     * @return null if it states no salary, or not for certain
     */
    public static @Nullable Salary text(String text, Collection<String> countries) {
        String line = PlainText.line(text);
        if (line.length() > MAX_TEXT_LENGTH || NO_SALARY.matcher(line).find()) {
            return null;
        }
        List<PayFigures> found = new ArrayList<>();
        for (String piece : PIECES.split(line)) {
            if (!BESIDE_SALARY.matcher(piece).find()) {
                found.addAll(PayFigures.in(piece));
            }
        }
        return found.size() == 1 ? salary(found.get(0), line, countries) : null;
    }

    /**
     * Figures as a salary.
     *
     * @param around the text that may say for which period they are
     */
    static @Nullable Salary salary(PayFigures figures, String around, Collection<String> countries) {
        String currency = Currencies.of(figures.signs(), countries);
        BigDecimal min = figures.min();
        BigDecimal max = figures.max();
        BigDecimal most = max == null ? min : max;
        if (currency == null
                || most == null
                || min != null && min.signum() > 0 && most.compareTo(min.multiply(WIDEST)) > 0) {
            return null;
        }
        String period = figures.period() == null ? period(around) : figures.period();
        boolean yearly = Currencies.isYearly(most.doubleValue(), currency);
        if (period == null) {
            period = yearly ? "year" : null;
        }
        // "$18.50 a year" and "$120,000 per hour" are slips of the pen.
        boolean slip = period == null
                || period.equals("year") && most.compareTo(LEAST_A_YEAR) < 0
                || (period.equals("hour") || period.equals("day")) && yearly;
        return slip ? null : range(min, max, currency, period);
    }

    private static @Nullable String period(String text) {
        Set<String> periods = new HashSet<>();
        Matcher words = PERIOD_ELSEWHERE.matcher(text);
        while (words.find()) {
            String word = words.group(1).toLowerCase(Locale.ROOT).replaceFirst("^(?:per|an?)[ -]", "");
            periods.add(word.startsWith("mon") ? "month" : PayFigures.periodWord(word));
        }
        return periods.size() == 1 ? periods.iterator().next() : null;
    }

    /**
     * A range of pay.
     *
     * @param min lower end in whole units of the currency; null or zero if there is none
     * @param max upper end
     * @param currency ISO 4217 code
     * @param period {@code year}, {@code month}, {@code week}, {@code day} or {@code hour}; null if it is not stated
     * @return null if there is no period, neither end is stated, the currency is unknown, the range is upside down, or a year would
     *     bring next to nothing
     */
    public static @Nullable Salary range(
            @Nullable BigDecimal min, @Nullable BigDecimal max, String currency, @Nullable String period) {
        Currency unit = currency(currency);
        if (unit == null || period == null) {
            return null;
        }
        // Pay for an hour that somebody entered as that for a year.
        if (period.equals("year") && (tooLittle(min) || tooLittle(max))) {
            return null;
        }
        Optional<Long> low = minor(min, unit);
        Optional<Long> high = minor(max, unit);
        if (low.isEmpty() && high.isEmpty() || low.isPresent() && high.isPresent() && low.get() > high.get()) {
            return null;
        }
        return new Salary(low, high, unit.getCurrencyCode(), period);
    }

    private static boolean tooLittle(@Nullable BigDecimal year) {
        return year != null && year.signum() > 0 && year.compareTo(LEAST_A_YEAR) < 0;
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
