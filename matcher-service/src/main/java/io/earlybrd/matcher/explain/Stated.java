package io.earlybrd.matcher.explain;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Place;
import io.earlybrd.events.Repost;
import io.earlybrd.events.Salary;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a job says of what a filter asks, in its own words. */
final class Stated {

    /** A list of thousands helps nobody. */
    private static final int MOST_PLACES = 20;

    private static final int USUAL_DIGITS = 2;

    private Stated() {}

    /** What it says for a kind of filter; empty if it says nothing, and for words. */
    static Optional<String> by(JobPosted job, String kind) {
        return switch (kind) {
            case "places" -> places(job);
            case "remote" -> job.workplace();
            case "companiesIn", "companiesOut" -> Optional.of(job.company());
            case "salaryFloor" -> job.salary().flatMap(Stated::pay);
            case "employmentTypes" -> job.employmentType();
            case "seniorities" -> job.seniority();
            case "employersOnly" -> job.agency().filter(placed -> placed).map(placed -> "placed by an agency");
            case "reposts" -> job.repost().map(Stated::relisted);
            default -> Optional.empty();
        };
    }

    private static Optional<String> places(JobPosted job) {
        String places =
                job.places().stream().limit(MOST_PLACES).map(Place::text).collect(Collectors.joining(" / "));
        return Optional.of(places).filter(text -> !text.isBlank());
    }

    private static String relisted(Repost before) {
        String times = before.times() == 1 ? "once" : before.times() + " times";
        return "listed again " + times + ", first seen on "
                + before.openSince().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<String> pay(Salary salary) {
        Optional<String> from = salary.minMinor().map(amount -> amount(amount, salary.currency()));
        Optional<String> to = salary.maxMinor().map(amount -> amount(amount, salary.currency()));
        String range = from.isEmpty()
                ? to.map(amount -> "up to " + amount).orElse("")
                : to.map(amount -> from.get() + " to " + amount).orElse("from " + from.get());
        return Optional.of(range)
                .filter(text -> !text.isEmpty())
                .map(text -> text + " " + salary.currency() + " a " + salary.period());
    }

    private static String amount(long minor, String currency) {
        int digits = Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency.toUpperCase(Locale.ROOT)))
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(USUAL_DIGITS);
        return BigDecimal.valueOf(minor, Math.max(0, digits))
                .stripTrailingZeros()
                .toPlainString();
    }
}
