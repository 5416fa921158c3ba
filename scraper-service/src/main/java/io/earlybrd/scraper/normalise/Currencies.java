package io.earlybrd.scraper.normalise;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sign or code beside a figure means. Some signs are shared by countries, so it takes the places of the job to tell. */
final class Currencies {

    /** Those that are written as codes, in capitals or not. */
    private static final String CODES =
            "USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|HKD|JPY|CNY|RMB|INR|PLN|CZK|HUF|RON|SEK|NOK|DKK|ISK|ILS|NIS|BRL|MXN"
                    + "|ZAR|AED|SAR|QAR|TRY|THB|PHP|MYR|IDR|VND|KRW|TWD|UAH|BGN|RSD|NGN|KES|EGP|PKR|COP|CLP|ARS|PEN";

    /** A sign or code. */
    static final String SIGN =
            "(?:(?<![A-Za-z])(?:USD|US|AUD|AU|A|CAD|CA|C|NZD|NZ|SGD|SG|S|HKD|HK|NT|R|MX) ?\\$|\\$|€|£|₹|₪|zł\\b"
                    + "|(?<![A-Za-z])(?:(?:" + CODES + "|" + CODES.toLowerCase(Locale.ROOT)
                    + ")(?![A-Za-z])|kr\\b|Kč|(?i:euros?)\\b))";

    private static final Map<String, String> BY_SIGN = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("₹", "INR"),
            Map.entry("₪", "ILS"),
            Map.entry("nis", "ILS"),
            Map.entry("rmb", "CNY"),
            Map.entry("zł", "PLN"),
            Map.entry("kč", "CZK"),
            Map.entry("us$", "USD"),
            Map.entry("usd$", "USD"),
            Map.entry("au$", "AUD"),
            Map.entry("aud$", "AUD"),
            Map.entry("a$", "AUD"),
            Map.entry("ca$", "CAD"),
            Map.entry("cad$", "CAD"),
            Map.entry("c$", "CAD"),
            Map.entry("nz$", "NZD"),
            Map.entry("nzd$", "NZD"),
            Map.entry("s$", "SGD"),
            Map.entry("sg$", "SGD"),
            Map.entry("sgd$", "SGD"),
            Map.entry("hk$", "HKD"),
            Map.entry("hkd$", "HKD"),
            Map.entry("nt$", "TWD"),
            Map.entry("r$", "BRL"),
            Map.entry("mx$", "MXN"));

    private static final Map<String, String> CROWNS = Map.of("SE", "SEK", "NO", "NOK", "DK", "DKK", "IS", "ISK");

    /** Where a bare dollar or peso sign may be the country's own. */
    private static final Set<String> OTHER_DOLLARS = Set.of(
            "CA", "AU", "NZ", "SG", "HK", "TW", "MX", "AR", "CL", "CO", "UY", "DO", "BS", "BB", "BZ", "JM", "TT", "FJ",
            "BN", "NA", "BM", "KY", "GY", "SR", "LR");

    private static final Set<String> DOLLARS =
            Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP");

    /** From where on nobody earns such a sum in less than a year, and below which nobody does in a year. */
    private static final Map<String, Long> YEARLY = Map.ofEntries(
            Map.entry("USD", 20_000L),
            Map.entry("EUR", 20_000L),
            Map.entry("GBP", 15_000L),
            Map.entry("CHF", 40_000L),
            Map.entry("CAD", 25_000L),
            Map.entry("AUD", 30_000L),
            Map.entry("NZD", 30_000L),
            Map.entry("SGD", 40_000L),
            Map.entry("SEK", 250_000L),
            Map.entry("NOK", 250_000L),
            Map.entry("DKK", 250_000L),
            Map.entry("JPY", 2_500_000L),
            Map.entry("PLN", 80_000L),
            Map.entry("INR", 300_000L));

    private Currencies() {}

    /**
     * The currency that some signs mean together.
     *
     * @param signs as they stand beside the figures
     * @param countries where the job is, as ISO 3166-1 alpha-2
     * @return ISO 4217 code; null if the signs contradict each other or may mean several
     */
    static @Nullable String of(List<String> signs, Collection<String> countries) {
        Set<String> codes = new HashSet<>();
        boolean bareDollar = false;
        for (String sign : signs) {
            String folded = sign.replace(" ", "").toLowerCase(Locale.ROOT);
            if (folded.equals("$")) {
                bareDollar = true;
            } else if (folded.equals("kr")) {
                codes.add(crown(countries));
            } else {
                codes.add(BY_SIGN.getOrDefault(folded, folded.toUpperCase(Locale.ROOT)));
            }
        }
        if (bareDollar && codes.isEmpty()) {
            return countries.contains("US") && countries.stream().noneMatch(OTHER_DOLLARS::contains) ? "USD" : null;
        }
        String code = codes.size() == 1 ? codes.iterator().next() : "";
        return code.isEmpty() || bareDollar && !DOLLARS.contains(code) ? null : code;
    }

    /** Whether the sum can only be for a year. */
    static boolean isYearly(double most, String currency) {
        Long least = YEARLY.get(currency);
        return least != null && most >= least;
    }

    private static String crown(Collection<String> countries) {
        List<String> crowns =
                countries.stream().distinct().filter(CROWNS::containsKey).toList();
        return crowns.size() == 1 ? CROWNS.getOrDefault(crowns.get(0), "") : "";
    }
}
