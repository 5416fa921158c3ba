package io.earlybrd.bench.pipeline;

import io.earlybrd.bench.Figures;
import io.earlybrd.bench.Metrics;
import io.earlybrd.bench.corpus.Corpus;
import io.earlybrd.bench.corpus.MadeUpCorpus;
import io.earlybrd.events.JobPosted;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Ports;
import io.earlybrd.local.Service;
import io.earlybrd.local.SystemOptions;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.match.JobText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How many jobs a matcher takes from {@code jobs} in a second, with 100,000 alerts in memory, until the broker has their matches on
 * {@code matches}. The matcher is a process of its own, with a real broker; both and this program share the machine. What a job takes of
 * the matcher's processor time is told as well, since that depends less on what else the machine does.
 */
final class JobsToMatches {

    private static final int ALERTS = 100_000;
    private static final int TEXTS = 2_000;
    /**
     * Until the compiler has caught up, which takes a minute of two processors, and the index has learned from 16,384 jobs what is rare and has
     * filed the alerts by it.
     */
    private static final int JOBS_TO_WARM_UP = 60_000;

    private static final int ROUNDS = 3;
    private static final double SECONDS_A_ROUND = 10;
    private static final int MOST_JOBS = 50_000;

    private static final String HELD = "earlybrd_alert_held";
    private static final String JOBS = "earlybrd_match_job_total";
    private static final String FOUND = "earlybrd_match_found_total";

    private final Corpus corpus = new MadeUpCorpus();
    private final List<JobPosted> texts = corpus.jobs(TEXTS);
    private final int[] subscribersOfText = new int[TEXTS];
    private final Publisher publisher;
    private final Metrics metrics;
    private final ProcessHandle matcher;
    private long jobs;
    private double expected;

    private JobsToMatches(LocalSystem system) {
        publisher = new Publisher(system.kafka().bootstrapServers());
        metrics = new Metrics(system.managementUrl(Service.MATCHER));
        matcher = ProcessHandle.of(system.pid(Service.MATCHER)).orElseThrow();
    }

    static void measure(Path folder, Figures figures) {
        SystemOptions options = SystemOptions.in(folder)
                .fresh()
                .ports(Ports.free())
                .only(Service.MATCHER)
                .environment("EARLYBRD_JVM_PROFILE", "standard");
        try (LocalSystem system = LocalSystem.start(options)) {
            new JobsToMatches(system).run(figures);
            figures.add("matcher_ready_s_100k_alerts", secondsOfStart(system));
        }
    }

    private void run(Figures figures) {
        try (publisher) {
            figures.add("alerts_per_s_into_memory", ALERTS / secondsOfAlerts());
            countSubscribers();
            // Each round tells how many jobs the next one needs.
            double rate = TEXTS / SECONDS_A_ROUND;
            while (jobs < JOBS_TO_WARM_UP) {
                rate = round("warm-up", rate).rate;
            }
            double[] rates = new double[ROUNDS];
            double[] micros = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                Round round = round("round " + (i + 1), rate);
                rate = round.rate;
                rates[i] = rate;
                micros[i] = round.micros;
            }
            Arrays.sort(rates);
            Arrays.sort(micros);
            figures.add("jobs_per_s_100k_alerts", rates[ROUNDS / 2]);
            figures.add("cpu_us_per_job", micros[ROUNDS / 2]);
            double found = metrics.sum(FOUND);
            System.out.printf("  %,d jobs, %.1f subscribers each%n", jobs, found / jobs);
            figures.add("matches_missing", Math.round(expected - found));
        }
    }

    /** From the start of a process until it has read all alerts from the topic and takes jobs. */
    private static double secondsOfStart(LocalSystem system) {
        system.stop(Service.MATCHER);
        long began = System.nanoTime();
        system.start(Service.MATCHER);
        return (System.nanoTime() - began) / 1e9;
    }

    private double secondsOfAlerts() {
        long began = System.nanoTime();
        for (int i = 0; i < ALERTS; i++) {
            publisher.send(Publisher.record(corpus.alert(i)));
        }
        publisher.flush();
        return (metrics.awaitSum(HELD, ALERTS) - began) / 1e9;
    }

    /** For whom each job is, by the index alone. */
    private void countSubscribers() {
        try (AlertIndex index = new AlertIndex(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (int i = 0; i < ALERTS; i++) {
                index.save(corpus.alert(i));
            }
            for (int i = 0; i < TEXTS; i++) {
                subscribersOfText[i] = (int) index.matching(JobText.of(texts.get(i))).stream()
                        .map(found -> index.keyOf(found).subscriberId())
                        .distinct()
                        .count();
            }
        }
    }

    private Round round(String name, double expectedRate) {
        int count = (int) Math.max(TEXTS, Math.min(MOST_JOBS, expectedRate * SECONDS_A_ROUND));
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            expected += subscribersOfText[i % TEXTS];
            records.add(Publisher.record(renamed(texts.get(i % TEXTS), String.format("%016x", jobs + i))));
        }
        Duration before = processorTime();
        long began = System.nanoTime();
        records.forEach(publisher::send);
        publisher.flush();
        jobs += count;
        double rate = count / ((metrics.awaitSum(JOBS, jobs) - began) / 1e9);
        double micros = processorTime().minus(before).toNanos() / 1e3 / count;
        System.out.printf(
                "  %s: %,.0f jobs a second, each %,.0f us of the matcher's processor time%n", name, rate, micros);
        return new Round(rate, micros);
    }

    private Duration processorTime() {
        return matcher.info().totalCpuDuration().orElseThrow();
    }

    private static JobPosted renamed(JobPosted job, String jobId) {
        return new JobPosted(
                jobId,
                job.version(),
                job.sourceId(),
                job.company(),
                job.title(),
                job.places(),
                job.workplace(),
                job.description(),
                job.salary(),
                job.employmentType(),
                job.seniority(),
                job.url(),
                job.times(),
                job.backfill(),
                job.attribution());
    }

    /** Jobs a second, and microseconds of the matcher's processor time a job. */
    private record Round(double rate, double micros) {}
}
