package io.earlybrd.matcher.match;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Salary;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a job pays, for a year of 12 months, 52 weeks, 260 days or 2,080 hours, in minor units.
 *
 * @param currency in capitals; empty if no pay is stated
 * @param stated whether any amount is
 * @param lower end of the range; {@link #UNKNOWN} if it is not stated or for an unknown period
 * @param upper end of the range, likewise
 */
record Pay(String currency, boolean stated, long lower, long upper) {

    /** Less than any pay. */
    static final long UNKNOWN = 0;

    private static final Map<String, Integer> PERIODS_A_YEAR =
            Map.of("year", 1, "month", 12, "week", 52, "day", 260, "hour", 2_080);

    private static final Pay NOT_STATED = new Pay("", false, UNKNOWN, UNKNOWN);

    /** What a job states. An amount of 0, or less, is what sources give for what they do not know. */
    static Pay of(JobPosted job) {
        return job.salary().map(Pay::of).orElse(NOT_STATED);
    }

    private static Pay of(Salary salary) {
        long lower = salary.minMinor().orElse(UNKNOWN);
        long upper = salary.maxMinor().orElse(UNKNOWN);
        return new Pay(
                salary.currency().toUpperCase(Locale.ROOT),
                lower > 0 || upper > 0,
                lower > 0 ? aYear(lower, salary.period()).orElse(UNKNOWN) : UNKNOWN,
                upper > 0 ? aYear(upper, salary.period()).orElse(UNKNOWN) : UNKNOWN);
    }

    /** An amount for a year; empty if the period is none that we know. */
    static Optional<Long> aYear(long minor, String period) {
        return Optional.ofNullable(PERIODS_A_YEAR.get(period.toLowerCase(Locale.ROOT)))
                .map(times -> minor > Long.MAX_VALUE / times ? Long.MAX_VALUE : minor * times);
    }
}
