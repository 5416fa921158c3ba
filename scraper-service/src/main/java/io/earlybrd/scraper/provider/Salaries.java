package io.earlybrd.scraper.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.Pay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pay that a provider states in figures: a year's, or several times, by place or by level. */
public final class Salaries {

    private static final BigDecimal LEAST_YEARLY = BigDecimal.valueOf(1_000);

    private Salaries() {}

    /**
     * Pay of which the provider says that it is a year's.
     *
     * @param min name of the member with the lower end
     * @param max name of the member with the upper end
     * @return null if neither end is stated; one that is too little for a year in any currency is not
     */
    public static @Nullable Salary yearly(JsonNode job, String min, String max, String currency) {
        return Pay.range(yearly(job, min), yearly(job, max), currency, "year");
    }

    private static @Nullable BigDecimal yearly(JsonNode job, String member) {
        BigDecimal amount = Stated.number(job, member);
        return amount == null || amount.compareTo(LEAST_YEARLY) < 0 ? null : amount;
    }

    /**
     * The range that holds all of them.
     *
     * @return null if there is none, or if they are in several currencies or for several periods
     */
    public static @Nullable Salary widest(List<Salary> stated) {
        if (stated.isEmpty()) {
            return null;
        }
        Salary first = stated.get(0);
        boolean comparable = stated.stream()
                .allMatch(next -> next.currency().equals(first.currency())
                        && next.period().equals(first.period()));
        Optional<Long> min = end(stated, Salary::minMinor, Math::min);
        Optional<Long> max = end(stated, Salary::maxMinor, Math::max);
        return comparable && (min.isPresent() || max.isPresent())
                ? new Salary(min, max, first.currency(), first.period())
                : null;
    }

    /** One that is open at an end leaves the whole open there. */
    private static Optional<Long> end(
            List<Salary> stated, Function<Salary, Optional<Long>> end, BinaryOperator<Long> outer) {
        List<Long> ends =
                stated.stream().flatMap(next -> end.apply(next).stream()).toList();
        return ends.size() == stated.size() ? ends.stream().reduce(outer) : Optional.empty();
    }
}
