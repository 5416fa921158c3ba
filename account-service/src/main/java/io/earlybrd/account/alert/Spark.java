package io.earlybrd.account.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Jobs of the last days as small bars, in the units of a drawing of 196 by 40.
 *
 * @param bars one a day, oldest first
 * @param label the same for who cannot see it
 * @param caption their sum
 */
public record Spark(List<Bar> bars, String label, String caption) {

    private static final int STEP = 14;
    private static final double TALLEST = 36;
    private static final double BASE = 40;
    private static final double PER_JOB = 9;
    private static final double NIL = 1.5;

    static Spark of(List<Long> jobsPerDay) {
        long most = jobsPerDay.stream().mapToLong(Long::longValue).max().orElse(0);
        long sum = jobsPerDay.stream().mapToLong(Long::longValue).sum();
        double unit = most == 0 ? 0 : Math.min(PER_JOB, TALLEST / most);
        List<Bar> bars = new ArrayList<>();
        for (int day = 0; day < jobsPerDay.size(); day++) {
            bars.add(Bar.of(1 + day * STEP, jobsPerDay.get(day) * unit));
        }
        String jobs = sum == 1 ? "1 job" : sum + " jobs";
        String days = jobsPerDay.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Spark(
                bars,
                jobs + " in the " + jobsPerDay.size() + " days to today: " + days,
                jobs + " in " + jobsPerDay.size() + " days");
    }

    /** One day. */
    public record Bar(int x, double y, double height, boolean nil) {

        static Bar of(int x, double height) {
            return height == 0
                    ? new Bar(x, BASE - NIL, NIL, true)
                    : new Bar(x, round(BASE - height), round(height), false);
        }

        private static double round(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
