package io.earlybrd.bench.preview;

import io.earlybrd.bench.Figures;
import io.earlybrd.bench.Metrics;
import io.earlybrd.bench.corpus.Corpus;
import io.earlybrd.bench.corpus.MadeUpCorpus;
import io.earlybrd.bench.pipeline.Publisher;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Ports;
import io.earlybrd.local.Service;
import io.earlybrd.local.SystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * {@code deploy/bench/run preview}: the packaged matcher, with a real broker, holds a month of jobs and is asked over HTTP, one preview
 * after the other: for alerts as people write them, and for a word that is in almost every job, alone and in a place. Then it starts
 * anew with a million alerts beside the jobs, in a larger heap, and is asked once more.
 */
public final class PreviewBench {

    private static final int JOBS = 300_000;
    private static final int QUICK_JOBS = 30_000;
    private static final int ALERTS = 1_000_000;
    private static final int QUICK_ALERTS = 100_000;
    private static final String HEAP_WITH_ALERTS = "256m";

    private final LocalSystem system;
    private final Metrics metrics;
    private final Asked asked;
    private final Figures figures = new Figures();

    private PreviewBench(LocalSystem system) {
        this.system = system;
        metrics = new Metrics(system.managementUrl(Service.MATCHER));
        asked = new Asked(system);
    }

    /** Measures and prints the figures as the last line; the first argument is a folder for data and logs. */
    public static void main(String[] arguments) {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        SystemOptions options = SystemOptions.in(Path.of(arguments[0]))
                .fresh()
                .ports(Ports.free())
                .only(Service.MATCHER);
        try (LocalSystem system = LocalSystem.start(options)) {
            PreviewBench bench = new PreviewBench(system);
            int jobs = quick ? QUICK_JOBS : JOBS;
            bench.jobsAlone(jobs);
            System.out.println(bench.figures);
            bench.jobsAndAlerts(jobs, quick ? QUICK_ALERTS : ALERTS, quick ? "_100k_alerts" : "_1m_alerts");
            System.out.println(bench.figures);
        }
    }

    private void jobsAlone(int jobs) {
        long began = System.nanoTime();
        MonthOfJobs.publish(system.kafka().bootstrapServers(), jobs);
        figures.add("jobs_per_s_into_store", jobs / secondsUntilHeld(jobs, began));
        asked.measure("", figures);
        figures.add("heap_mb", liveHeap());
    }

    /** The jobs have been matched when the alerts come, so that nothing but previews is measured. */
    private void jobsAndAlerts(int jobs, int alerts, String suffix) {
        metrics.awaitSum("earlybrd_match_job_total", jobs);
        system.stop(Service.MATCHER);
        publish(alerts);
        long began = System.nanoTime();
        system.start(Service.MATCHER, Map.of("EARLYBRD_MATCHER_HEAP", HEAP_WITH_ALERTS));
        figures.add("ready_s" + suffix, (System.nanoTime() - began) / 1e9);
        metrics.awaitSum("earlybrd_alert_held", alerts);
        figures.add("previews_whole_s" + suffix, secondsUntilHeld(jobs, began));
        asked.measure(suffix, figures);
        figures.add("heap_mb" + suffix, liveHeap());
    }

    private double secondsUntilHeld(int jobs, long began) {
        return (metrics.awaitSum("earlybrd_job_held", jobs) - began) / 1e9;
    }

    private void publish(int alerts) {
        Corpus corpus = new MadeUpCorpus();
        try (Publisher publisher = new Publisher(system.kafka().bootstrapServers())) {
            for (int i = 0; i < alerts; i++) {
                publisher.send(Publisher.record(corpus.alert(i)));
            }
            publisher.flush();
        }
    }

    /** What is on the heap after a collection, in megabytes. */
    private double liveHeap() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String matcher = Long.toString(system.pid(Service.MATCHER));
        try {
            Process collection = new ProcessBuilder(jcmd.toString(), matcher, "GC.run")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(collection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (collection.waitFor() != 0) {
                throw new IllegalStateException("no collection: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a collection", e);
        }
        return metrics.sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
    }
}
