package io.earlybrd.bench.matcher;

import io.earlybrd.events.JobPosted;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One job after the other, from the posted job to the whole list of its alerts. Run by {@link Rounds}, which sets the stage. */
@State(Scope.Benchmark)
public class JobBenchmark {

    private static Contender contender;
    private static List<JobPosted> jobs;

    private static long cpuNanos;
    private static long done;

    private int next;
    private long began;
    private long count;

    static void setStage(Contender measured, List<JobPosted> asked) {
        contender = measured;
        jobs = asked;
    }

    /** Microseconds of this thread's processor for a job in the last iteration: what a busy machine does not lengthen. */
    static double cpuMicros() {
        return cpuNanos / 1e3 / done;
    }

    /** Before an iteration. */
    @Setup(Level.Iteration)
    public void begin() {
        count = 0;
        began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** After an iteration. */
    @TearDown(Level.Iteration)
    public void end() {
        cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        done = count;
    }

    /** The number of alerts that the next job is for; returned so that nothing is optimised away. */
    @Benchmark
    public int job() {
        JobPosted job = jobs.get(next);
        next = next + 1 == jobs.size() ? 0 : next + 1;
        count++;
        return contender.count(job);
    }
}
