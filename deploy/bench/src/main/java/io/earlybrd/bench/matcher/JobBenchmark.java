package io.earlybrd.bench.matcher;

import io.earlybrd.events.JobPosted;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One job after the other, from the posted job to the whole list of its alerts. Run by {@link Rounds}, which sets the stage. */
@State(Scope.Benchmark)
public class JobBenchmark {

    private static Contender contender;
    private static List<JobPosted> jobs;

    private int next;

    static void setStage(Contender measured, List<JobPosted> asked) {
        contender = measured;
        jobs = asked;
    }

    /** The number of alerts that the next job is for; returned so that nothing is optimised away. */
    @Benchmark
    public int job() {
        JobPosted job = jobs.get(next);
        next = next + 1 == jobs.size() ? 0 : next + 1;
        return contender.count(job);
    }
}
