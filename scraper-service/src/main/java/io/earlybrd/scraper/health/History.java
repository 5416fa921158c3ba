package io.earlybrd.scraper.health;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave over the last weeks.
 *
 * @param today in UTC
 * @param days newest first; days without anything to note are missing
 */
public record History(LocalDate today, List<Day> days) {

    /** Days that are kept: enough that each weekday counts four times. */
    public static final int DAYS = 28;

    private static final int MEDIAN_DAYS = 14;

    /** With fewer days nobody can say what is usual. */
    private static final int LEAST_DAYS = 3;

    private static final int BURST_DAYS = 2;

    /**
     * What a source of which nothing is known is taken for: one that gave so many jobs on a day before its first. Whoever adds a
     * source waits for its jobs, and a few quiet days correct it.
     */
    private static final int PRESUMED = 4;

    public History {
        days = days.stream()
                .filter(day -> age(today, day) < DAYS)
                .sorted((a, b) -> b.day().compareTo(a.day()))
                .toList();
    }

    /** How many listings its whole list has: the median of 14 days; empty if too few of them are known. */
    public OptionalInt usualYield() {
        int[] yields = days.stream()
                .filter(day -> age(today, day) < MEDIAN_DAYS)
                .map(Day::listed)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return yields.length < LEAST_DAYS ? OptionalInt.empty() : OptionalInt.of(yields[yields.length / 2]);
    }

    /** How many listings its last whole list had. */
    public OptionalInt lastYield() {
        return days.stream()
                .map(Day::listed)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /**
     * The history once there was this crawl too.
     *
     * @param listed listings of its whole list; null if it read none
     * @param fresh jobs that it found for the first time
     */
    public History after(@Nullable Integer listed, int fresh) {
        if (listed == null && fresh == 0) {
            return this;
        }
        Day before = ofToday().orElse(new Day(today, null, 0));
        Day now = new Day(today, listed == null ? before.listed() : listed, before.fresh() + fresh);
        List<Day> all = new ArrayList<>(days);
        all.remove(before);
        all.add(now);
        return new History(today, all);
    }

    /** What is known of today. */
    public Optional<Day> ofToday() {
        return days.stream().filter(day -> day.day().equals(today)).findFirst();
    }

    /** New jobs a day: the average of the weeks, or that of today and yesterday if it is higher, since jobs come in bursts. */
    public double freshPerDay() {
        int all = days.stream().mapToInt(Day::fresh).sum();
        long known = days.isEmpty() ? 0 : age(today, days.get(days.size() - 1));
        int burst = days.stream()
                .filter(day -> age(today, day) < BURST_DAYS)
                .mapToInt(Day::fresh)
                .sum();
        return Math.max((double) (all + PRESUMED) / (known + 1), (double) burst / BURST_DAYS);
    }

    private static long age(LocalDate today, Day day) {
        return ChronoUnit.DAYS.between(day.day(), today);
    }
}
