package io.earlybrd.scraper.provider;

import io.earlybrd.events.Salary;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pay of one job that is stated several times: by place, or by level. */
public final class Salaries {

    private Salaries() {}

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
