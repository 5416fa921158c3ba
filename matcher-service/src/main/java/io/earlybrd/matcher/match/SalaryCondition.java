package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import io.earlybrd.events.SalaryFloor;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The lowest pay that a subscriber would take. A job meets it if the top of its range reaches it, both taken for a year of 12 months,
 * 52 weeks, 260 days or 2,080 hours. It is unknown if the job states no pay, pay in another currency or for an unknown period, or only
 * a lower end that is below the floor. What becomes of a job whose pay is unknown the subscriber says: it passes, it is refused, or it
 * passes only if it states some pay.
 */
final class SalaryCondition implements Condition {

    private final SalaryFloor floor;
    private final long floorAYear;
    private final String currency;
    private final int fractionDigits;

    /** @throws InvalidFilters if the floor's currency or period is none */
    SalaryCondition(SalaryFloor floor) {
        this.floor = floor;
        floorAYear = Pay.aYear(floor.minMinor(), floor.period())
                .orElseThrow(() ->
                        new InvalidFilters("salaryFloor.period", "“" + floor.period() + "” is no period of pay."));
        currency = floor.currency().toUpperCase(Locale.ROOT);
        fractionDigits = fractionDigits(floor.currency());
    }

    @Override
    public Verdict verdict(JobText job) {
        Pay pay = job.pay();
        boolean unknown = pay.lower() == Pay.UNKNOWN && pay.upper() == Pay.UNKNOWN;
        if (unknown || !pay.currency().equals(currency)) {
            return Verdict.UNKNOWN;
        }
        if (pay.lower() >= floorAYear || pay.upper() >= floorAYear) {
            return Verdict.YES;
        }
        return pay.upper() == Pay.UNKNOWN ? Verdict.UNKNOWN : Verdict.NO;
    }

    @Override
    public boolean isMetBy(JobText job) {
        return switch (verdict(job)) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> job.pay().stated() ? floor.unknownPasses() : unstatedPasses();
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
                && currency.equals(condition.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(floorAYear, floor.unknownPasses(), unstatedPasses(), currency);
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
