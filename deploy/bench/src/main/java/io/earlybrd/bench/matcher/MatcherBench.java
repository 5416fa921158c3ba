package io.earlybrd.bench.matcher;

import com.sun.management.OperatingSystemMXBean;
import io.earlybrd.bench.Figures;
import io.earlybrd.bench.corpus.Corpus;
import io.earlybrd.bench.corpus.MadeUpCorpus;
import io.earlybrd.bench.corpus.RecordedCorpus;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** {@code deploy/bench/run matcher}: our index against brute force and Lucene's Monitor, on the same alerts and jobs. */
public final class MatcherBench {

    private static final int JOBS = 1_000;
    private static final int EARLIER_JOBS = 500;
    private static final int LEARNED = 2_000;
    private static final int ALERTS_FILED_A_JOB = 50;
    private static final int BATCH = 10_000;
    private static final int BUILDS = 5;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Options options;
    private final Corpus corpus;
    private final List<JobPosted> jobs;
    private final List<JobPosted> earlier;
    private final String suffix;
    private final Figures figures;
    private long differences;

    /** @param suffix of the keys of its figures */
    private MatcherBench(Options options, Corpus corpus, String suffix, Figures figures) {
        this.options = options;
        this.corpus = corpus;
        this.suffix = suffix;
        this.figures = figures;
        jobs = corpus.jobs(JOBS);
        earlier = corpus.earlierJobs(EARLIER_JOBS);
    }

    /** Measures and prints the figures as the last line; fails if a contender found something else than the oracle. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments);
        Figures figures = new Figures();
        MatcherBench madeUp = new MatcherBench(options, new MadeUpCorpus(), "", figures);
        options.sizes().forEach(madeUp::measure);
        madeUp.measureBuild();
        long differences = madeUp.differences;
        Optional<Corpus> recorded = RecordedCorpus.find();
        if (recorded.isPresent()) {
            MatcherBench real = new MatcherBench(options, recorded.get(), "_recorded", figures);
            options.sizes().stream().filter(options::withLucene).forEach(real::measure);
            differences += real.differences;
        }
        figures.add("oracle_differences", differences);
        System.out.println(figures);
        if (differences > 0) {
            System.exit(1);
        }
    }

    private void measure(Size size) {
        Footprint before = Footprint.now();
        OurIndex ours = new OurIndex();
        figures.add(
                "first_build_alerts_per_s_" + size + suffix, fill(ours, size).alertsPerSecond());
        learn(ours, size);
        Footprint taken = Footprint.now().minus(before);
        List<Contender> contenders = new ArrayList<>(List.of(ours));
        // A Lucene Monitor that is not closed keeps the process alive, also after a failure.
        try {
            if (options.withLucene(size)) {
                Contender lucene = new LuceneMonitor(jobs, earlier);
                say("lucene: %,d alerts a second", Math.round(fill(lucene, size).alertsPerSecond()));
                contenders.add(lucene);
            }
            if (size.alerts() <= Size.MOST_FOR_BRUTE_FORCE) {
                Contender everyAlert = new EveryAlert();
                fill(everyAlert, size);
                contenders.add(everyAlert);
            }
            verify(size, contenders);
            report(size, taken, options.rounds(size).of(contenders, jobs));
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    /** How fast an index takes alerts in a JVM that has filled some before, as jobs are measured in one that has matched some before. */
    private void measureBuild() {
        Size size = options.sizeToBuild();
        List<Filling> builds = new ArrayList<>();
        for (int i = 0; i < (options.quick() ? 1 : BUILDS); i++) {
            try (OurIndex ours = new OurIndex()) {
                builds.add(fill(ours, size));
            }
        }
        builds.sort(Comparator.comparing(Filling::alertsPerSecond));
        Filling median = builds.get(builds.size() / 2);
        figures.add("build_alerts_per_s", median.alertsPerSecond());
        figures.add("build_cpu_us_per_alert", median.cpuMicrosPerAlert());
    }

    private Filling fill(Contender contender, Size size) {
        long nanos = 0;
        long cpuNanos = 0;
        for (long from = 0; from < size.alerts(); from += BATCH) {
            List<AlertSaved> batch = batch(from, size);
            long cpuBefore = PROCESS.getProcessCpuTime();
            long began = System.nanoTime();
            contender.add(batch);
            nanos += System.nanoTime() - began;
            cpuNanos += PROCESS.getProcessCpuTime() - cpuBefore;
        }
        return new Filling(size.alerts(), nanos / 1e9, cpuNanos / 1e9);
    }

    /** As after some days: the index has seen jobs, and filed the alerts by what they have. */
    private void learn(OurIndex ours, Size size) {
        for (long n = 0; n < LEARNED + size.alerts() / ALERTS_FILED_A_JOB; n++) {
            ours.count(earlier.get((int) (n % earlier.size())));
        }
    }

    private List<AlertSaved> batch(long from, Size size) {
        return LongStream.range(from, Math.min(from + BATCH, size.alerts()))
                .mapToObj(corpus::alert)
                .toList();
    }

    private void verify(Size size, List<Contender> contenders) {
        List<JobPosted> asked = jobs.subList(0, Math.min(jobs.size(), size.jobsToVerify()));
        Oracle oracle = new Oracle(asked);
        for (long from = 0; from < size.alerts(); from += BATCH) {
            oracle.ask(batch(from, size));
        }
        for (Contender contender : contenders) {
            long found = oracle.differencesOf(contender);
            differences += found;
            if (found > 0) {
                say("%s differs from the oracle in %,d of %,d matches", contender.name(), found, oracle.matches());
            }
        }
        say(
                "%,d %s alerts, %,d jobs of %,.0f characters: %.3f %% of the alerts match a job",
                size.alerts(),
                corpus.name(),
                asked.size(),
                asked.stream()
                        .mapToInt(job -> job.description().length())
                        .average()
                        .orElse(0),
                100.0 * oracle.matches() / asked.size() / size.alerts());
    }

    private void report(Size size, Footprint taken, Map<String, Rounds.Times> times) {
        String key = size + suffix;
        Rounds.Times ours = times.get(OurIndex.NAME);
        figures.add("us_per_job_" + key, ours.mean());
        figures.add("p99_us_" + key, ours.p99());
        times.forEach((name, other) -> {
            say(
                    "%s: %,.1f us a job, p99 %,.1f us; on the processor %,.1f us",
                    name, other.mean(), other.p99(), other.cpu());
            if (!name.equals(OurIndex.NAME)) {
                figures.add(name + "_us_per_job_" + key, other.mean());
                figures.add("ratio_" + name + "_" + key, other.mean() / ours.mean());
                figures.add("cpu_ratio_" + name + "_" + key, other.cpu() / ours.cpu());
            }
        });
        figures.add("cpu_us_per_job_" + key, ours.cpu());
        figures.add("bytes_per_alert_" + key, (double) taken.memory() / size.alerts());
        figures.add("disk_bytes_per_alert_" + key, (double) taken.disk() / size.alerts());
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, "  " + format + "%n", values);
    }

    /**
     * How long it took to take alerts.
     *
     * @param cpuSeconds of all processors, with what compiled code and collected garbage meanwhile
     */
    private record Filling(long alerts, double seconds, double cpuSeconds) {

        double alertsPerSecond() {
            return alerts / seconds;
        }

        double cpuMicrosPerAlert() {
            return cpuSeconds * 1e6 / alerts;
        }
    }
}
