package io.earlybrd.bench.preview;

import io.earlybrd.bench.Figures;
import io.earlybrd.bench.Metrics;
import io.earlybrd.bench.corpus.Corpus;
import io.earlybrd.bench.corpus.MadeUpCorpus;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Ports;
import io.earlybrd.local.Service;
import io.earlybrd.local.SystemOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code deploy/bench/run preview}: the packaged matcher, with a real broker, holds a month of jobs and is asked over HTTP, one preview
 * after the other: for alerts as people write them, and for a word that is in almost every job, alone and in a place.
 */
public final class PreviewBench {

    private static final int JOBS = 300_000;
    private static final int QUICK_JOBS = 30_000;
    private static final int ALERTS = 200;
    /** Until the compiler has caught up. */
    private static final int WARM_UP = 300;

    private static final String COMMON_WORD = "team";
    private static final int COMMON_ASKED = 20;

    private final LocalSystem system;
    private final PreviewApi api;
    private final Corpus corpus = new MadeUpCorpus();

    private PreviewBench(LocalSystem system) {
        this.system = system;
        api = new PreviewApi(system);
    }

    /** Measures and prints the figures as the last line; the first argument is a folder for data and logs. */
    public static void main(String[] arguments) {
        int jobs = Arrays.asList(arguments).contains("--quick") ? QUICK_JOBS : JOBS;
        SystemOptions options = SystemOptions.in(Path.of(arguments[0]))
                .fresh()
                .ports(Ports.free())
                .only(Service.MATCHER);
        try (LocalSystem system = LocalSystem.start(options)) {
            System.out.println(new PreviewBench(system).run(jobs));
        }
    }

    private Figures run(int jobs) {
        Metrics metrics = new Metrics(system.managementUrl(Service.MATCHER));
        long began = System.nanoTime();
        MonthOfJobs.publish(system.kafka().bootstrapServers(), jobs);
        double seconds = (metrics.awaitSum("earlybrd_job_held", jobs) - began) / 1e9;
        Figures figures = new Figures();
        figures.add("jobs_per_s_into_store", jobs / seconds);

        figures.add("first_ms", millis(corpus.alert(ALERTS)));
        IntStream.range(0, WARM_UP).forEach(n -> millis(corpus.alert(ALERTS + n)));
        Duration processorBefore = processor();
        double[] usual = IntStream.range(0, ALERTS)
                .mapToDouble(n -> millis(corpus.alert(n)))
                .sorted()
                .toArray();
        figures.add("p50_ms", usual[ALERTS / 2]);
        figures.add("p99_ms", usual[ALERTS * 99 / 100]);
        figures.add("cpu_ms_per_preview", processor().minus(processorBefore).toNanos() / 1e6 / ALERTS);
        figures.add("common_word_ms", median(AlertFilters.NONE));
        figures.add("common_word_in_a_place_ms", median(in("Berlin")));
        figures.add("incomplete", api.incomplete());
        figures.add("heap_mb", metrics.sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20));
        return figures;
    }

    private double median(AlertFilters filters) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < COMMON_ASKED; i++) {
            millis.add(api.millis(COMMON_WORD, filters));
        }
        return millis.stream().sorted().skip(COMMON_ASKED / 2).findFirst().orElseThrow();
    }

    private double millis(AlertSaved alert) {
        return api.millis(alert.query(), alert.filters());
    }

    private Duration processor() {
        return ProcessHandle.of(system.pid(Service.MATCHER))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private static AlertFilters in(String place) {
        return new AlertFilters(
                List.of(place),
                AlertFilters.REMOTE_ALSO,
                List.of(),
                List.of(),
                AlertFilters.NONE.salaryFloor(),
                List.of(),
                List.of());
    }
}
