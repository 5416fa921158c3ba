package io.earlybrd.bench.matcher;

import io.earlybrd.events.JobPosted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures contenders in turns, in one JVM: a machine that is slower for a while is so for all of them. JMH runs each turn and keeps
 * the time of every single job, or of a sample of them where they are too short.
 */
final class Rounds {

    private static final double P99 = 99;

    private final int rounds;
    private final TimeValue warmUp;
    private final TimeValue turn;

    Rounds(int rounds, TimeValue warmUp, TimeValue turn) {
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.turn = turn;
    }

    /** The times of each contender, by its name. */
    Map<String, Times> of(List<Contender> contenders, List<JobPosted> jobs) {
        Map<String, List<Times>> turns = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : contenders) {
                turns.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(turn(contender, jobs));
            }
        }
        Map<String, Times> medians = new LinkedHashMap<>();
        turns.forEach((name, times) -> medians.put(name, Times.median(times)));
        return medians;
    }

    private Times turn(Contender contender, List<JobPosted> jobs) {
        JobBenchmark.setStage(contender, jobs);
        try {
            Result<?> result = new Runner(new OptionsBuilder()
                            .include(JobBenchmark.class.getName())
                            .mode(Mode.SampleTime)
                            .timeUnit(TimeUnit.MICROSECONDS)
                            // All contenders share this JVM and what it holds.
                            .forks(0)
                            .warmupIterations(1)
                            .warmupTime(warmUp)
                            .measurementIterations(1)
                            .measurementTime(turn)
                            .shouldDoGC(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .runSingle()
                    .getPrimaryResult();
            Statistics statistics = result.getStatistics();
            return new Times(statistics.getMean(), statistics.getPercentile(P99), JobBenchmark.cpuMicros());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH refused", e);
        }
    }

    /**
     * How long jobs take, in microseconds.
     *
     * @param mean of all jobs of a turn
     * @param p99 what 99 of 100 jobs do not exceed
     * @param cpu mean of what the one thread spends on the processor, without the collection of garbage
     */
    record Times(double mean, double p99, double cpu) {

        static Times median(List<Times> turns) {
            return new Times(median(turns, Times::mean), median(turns, Times::p99), median(turns, Times::cpu));
        }

        private static double median(List<Times> turns, ToDoubleFunction<Times> of) {
            double[] sorted = turns.stream().mapToDouble(of).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }
}
