package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import io.earlybrd.events.Salary;
import io.earlybrd.events.SalaryFloor;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The lowest pay that a subscriber would take. A job meets it if the top of its range reaches it, both taken for a year of 12 months,
 * 52 weeks, 260 days or 2,080 hours. It is unknown if the job states no pay, pay in another currency or for an unknown period, or only
 * a lower end that is below the floor. What becomes of a job whose pay is unknown the subscriber says: it passes, it is refused, or it
 * passes only if it states some pay.
 */
final class SalaryCondition implements Condition {

    private static final Map<String, Integer> PERIODS_A_YEAR =
            Map.of("year", 1, "month", 12, "week", 52, "day", 260, "hour", 2_080);

    private final SalaryFloor floor;
    private final long floorAYear;
    private final int fractionDigits;

    /** @throws InvalidFilters if the floor's currency or period is none */
    SalaryCondition(SalaryFloor floor) {
        this.floor = floor;
        floorAYear = aYear(floor.minMinor(), floor.period())
                .orElseThrow(() ->
                        new InvalidFilters("salaryFloor.period", "“" + floor.period() + "” is no period of pay."));
        fractionDigits = fractionDigits(floor.currency());
    }

    @Override
    public Verdict verdict(JobText job) {
        return job.job().salary().map(this::verdict).orElse(Verdict.UNKNOWN);
    }

    @Override
    public boolean isMetBy(JobText job) {
        return switch (verdict(job)) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> statesPay(job) ? floor.unknownPasses() : unstatedPasses();
        };
    }

    @Override
    public List<Reason> reasons(JobText job) {
        return verdict(job) == Verdict.YES ? List.of(new Reason(clause(), "salary", 0)) : List.of();
    }

    @Override
    public ClauseVerdict explain(JobText job) {
        return ClauseVerdict.ofFilter("salaryFloor", clause(), this, job);
    }

    /** What a source gives as 0 it does not state. */
    private static boolean statesPay(JobText job) {
        return job.job()
                .salary()
                .filter(pay -> pay.minMinor().orElse(0L) > 0 || pay.maxMinor().orElse(0L) > 0)
                .isPresent();
    }

    private boolean unstatedPasses() {
        return floor.unstatedPasses().orElse(floor.unknownPasses());
    }

    /** Equal if both ask for the same a year, in whatever period it is written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SalaryCondition condition
                && floorAYear == condition.floorAYear
                && floor.unknownPasses() == condition.floor.unknownPasses()
                && unstatedPasses() == condition.unstatedPasses()
                && floor.currency().equalsIgnoreCase(condition.floor.currency());
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                floorAYear,
                floor.unknownPasses(),
                unstatedPasses(),
                floor.currency().toUpperCase(Locale.ROOT));
    }

    private Verdict verdict(Salary salary) {
        Optional<Long> lower = stated(salary.minMinor(), salary.period());
        Optional<Long> upper = stated(salary.maxMinor(), salary.period());
        if (!salary.currency().equalsIgnoreCase(floor.currency()) || lower.isEmpty() && upper.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        if (lower.orElse(0L) >= floorAYear || upper.orElse(0L) >= floorAYear) {
            return Verdict.YES;
        }
        return upper.isPresent() ? Verdict.NO : Verdict.UNKNOWN;
    }

    /** What a source gives as 0 it does not know. */
    private static Optional<Long> stated(Optional<Long> minor, String period) {
        return minor.filter(amount -> amount > 0).flatMap(amount -> aYear(amount, period));
    }

    private static Optional<Long> aYear(long minor, String period) {
        return Optional.ofNullable(PERIODS_A_YEAR.get(period.toLowerCase(Locale.ROOT)))
                .map(times -> minor > Long.MAX_VALUE / times ? Long.MAX_VALUE : minor * times);
    }

    private String clause() {
        String amount = BigDecimal.valueOf(floor.minMinor(), fractionDigits)
                .stripTrailingZeros()
                .toPlainString();
        return "from " + amount + " " + floor.currency() + " a " + floor.period();
    }

    private static int fractionDigits(String currency) {
        try {
            return Math.max(
                    0, Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new InvalidFilters("salaryFloor.currency", "“" + currency + "” is no ISO 4217 currency.");
        }
    }
}
