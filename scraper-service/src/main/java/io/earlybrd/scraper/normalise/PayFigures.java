package io.earlybrd.scraper.normalise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sums of money in a text, alone or as a range: {@code "$55k - $100k"}, {@code "60.000–80.000 €"}, {@code "EUR 45/hour"}.
 *
 * @param start where it begins in the text
 * @param end where it ends
 * @param min the lower end, or the sum; null if only an upper end is said
 * @param max the upper end, or the sum; null if only a lower end is said
 * @param signs the signs and codes of currencies beside it
 * @param period what is said right behind it; null if nothing is
 */
record PayFigures(
        int start,
        int end,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> signs,
        @Nullable String period) {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal LAKH = BigDecimal.valueOf(100_000);

    private static final String NUMBER = "\\d{1,3}(?:[,.'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d%])"
            + "|\\d{1,9}(?:[.,]\\d{1,2}|\\.\\d{4,6})?(?![\\d%])";

    private static final String UNITS =
            "(?:hours?|hourly|hr|h|stunde|std|heure|days?|daily|tag|jour|weeks?|weekly|wk|woche|months?|monthly"
                    + "|mo|mth|monat|mois|mies(?:i[aą]c|i[eę]cznie)?|mensuel|monatlich|mes|years?|yearly|yr|annum|annually|annual|jahr|jährlich|year-salary|année)";

    private static final String PERIOD =
            "(?:\\s*(?:gross|brutto|base|salary|compensation)?\\s*(?:\\(?(?:/ ?|per[ -]|an? |pro |je |par |por |p\\. ?)"
                    + "(" + UNITS + "\\b|an\\b)|1? ?(" + UNITS + ")\\b|(p\\. ?a\\.|pa\\b)))";

    private static final Pattern SUM = Pattern.compile(
            "(?<![\\w.,$€£-]|\\d[ '’])" + amount(1) + "(?<period1>" + PERIOD + ")?"
                    + "(?:\\s*(?<to>[-–—~]|to\\b|and\\b|bis\\b|up to\\b)\\s*" + amount(2) + "(?<period2>" + PERIOD
                    + ")?)?"
                    + "(?<more>\\s?\\+)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern UPPER_ONLY =
            Pattern.compile("(?i)\\b(?:up to|upto|max(?:imum)?\\.?(?: of)?|bis(?: zu)?|jusqu'à|under|less than)[: ]*$");
    private static final Pattern LOWER_ONLY = Pattern.compile(
            "(?i)\\b(?:from|starting(?: at| from)?|starts at|ab|min(?:imum)?\\.?(?: of)?|at least|mindestens|over|more than)[: ]*$");

    private static final Pattern PERIOD_WORD =
            Pattern.compile("(?i)(?<!\\p{L})(?:" + UNITS + "|p\\. ?a\\.|pa|an)(?!\\p{L})");

    private static final Map<String, String> PERIODS =
            Map.of("h", "hour", "s", "hour", "d", "day", "t", "day", "w", "week", "y", "year");

    /** Longest words before a sum that may limit it. */
    private static final int BEFORE = 24;

    private static String amount(int which) {
        return "(?<sign" + which + ">" + Currencies.SIGN + ")? ?(?<number" + which + ">" + NUMBER + ")(?<unit" + which
                + "> ?(?:k|tsd\\.?|lpa|lakhs?|m|mm|mn|mio|million|b|bn|billion|cr|crores?)(?![\\p{L}]))?(?:\\s?(?<code"
                + which + ">"
                + Currencies.SIGN + "))?";
    }

    /** All that stand in a text, in its order. Figures without a currency are none. */
    static List<PayFigures> in(String text) {
        List<PayFigures> found = new ArrayList<>();
        Matcher sum = SUM.matcher(text);
        while (sum.find()) {
            PayFigures figures = read(text, sum);
            if (figures != null) {
                found.add(figures);
            }
        }
        return found;
    }

    private static @Nullable PayFigures read(String text, Matcher sum) {
        List<String> signs = new ArrayList<>();
        for (String group : List.of("sign1", "code1", "sign2", "code2")) {
            if (sum.group(group) != null) {
                signs.add(sum.group(group));
            }
        }
        String unit = unit(sum.group("unit1"));
        String unit2 = unit(sum.group("unit2"));
        boolean lakhs = unit.equals("lpa") || unit2.equals("lpa");
        if (lakhs) {
            signs.add("INR");
        }
        BigDecimal first = value(sum.group("number1"), unit, unit2);
        BigDecimal second = sum.group("number2") == null ? null : value(sum.group("number2"), unit2, unit);
        if (signs.isEmpty() || first == null || sum.group("number2") != null && second == null) {
            return null;
        }
        String period = lakhs ? "year" : period(sum.group());
        String before = text.substring(Math.max(0, sum.start() - BEFORE), sum.start());
        boolean upper = second == null && UPPER_ONLY.matcher(before).find();
        boolean lower = second == null
                && (sum.group("more") != null || LOWER_ONLY.matcher(before).find());
        return new PayFigures(
                sum.start(),
                sum.end(),
                upper ? null : first,
                lower ? null : second == null ? first : second,
                signs,
                period);
    }

    /** Whether both ends are said. */
    boolean isRange() {
        return min != null && max != null && min.compareTo(max) != 0;
    }

    private static String unit(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** "120-150k" are thousands, both. */
    private static @Nullable BigDecimal value(String digits, String unit, String otherUnit) {
        BigDecimal number = number(digits);
        String counts = unit.isEmpty() && number.compareTo(THOUSAND) < 0 ? otherUnit : unit;
        // "$50,000k" is a slip of the pen.
        boolean twice = !counts.isEmpty() && number.compareTo(THOUSAND) >= 0;
        return switch (twice ? "?" : counts) {
            case "" -> number;
            case "k", "tsd", "tsd." -> number.multiply(THOUSAND);
            case "lpa", "lakh", "lakhs" -> number.multiply(LAKH);
            default -> null;
        };
    }

    /** A point or comma before three digits groups, before one or two it is the decimal one. */
    private static BigDecimal number(String digits) {
        String plain = digits.replaceAll("[,.'’\\s\\u00a0\\u202f](?=\\d{3}(?!\\d))", "")
                .replace(',', '.');
        return new BigDecimal(plain);
    }

    /** The one period that is said within; null if there is none, or two. */
    private static @Nullable String period(String sum) {
        String period = null;
        Matcher words = PERIOD_WORD.matcher(sum);
        while (words.find()) {
            String next = periodWord(words.group().toLowerCase(Locale.ROOT));
            if (period != null && !period.equals(next)) {
                return null;
            }
            period = next;
        }
        return period;
    }

    /** The contract's word for a period. */
    static String periodWord(String word) {
        if (word.startsWith("mo") || word.startsWith("mt") || word.startsWith("mi") || word.startsWith("me")) {
            return "month";
        }
        if (word.startsWith("j")) {
            return word.equals("jour") ? "day" : "year";
        }
        if (word.startsWith("a") || word.startsWith("p")) {
            return "year";
        }
        return PERIODS.getOrDefault(word.substring(0, 1), "year");
    }
}
