package io.earlybrd.bench.preview;

import io.earlybrd.bench.Figures;
import io.earlybrd.bench.corpus.Corpus;
import io.earlybrd.bench.corpus.MadeUpCorpus;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Previews that are asked for one after the other, and what they take. */
final class Asked {

    private static final int ALERTS = 200;
    /** Until the compiler has caught up. */
    private static final int WARM_UP = 300;

    private static final String COMMON_WORD = "team";
    private static final int COMMON_ASKED = 20;

    private final LocalSystem system;
    private final PreviewApi api;
    private final Corpus corpus = new MadeUpCorpus();

    Asked(LocalSystem system) {
        this.system = system;
        api = new PreviewApi(system);
    }

    /** Adds figures with this suffix; the first preview is the first that the process is asked for. */
    void measure(String suffix, Figures figures) {
        long incompleteBefore = api.incomplete();
        figures.add("first_ms" + suffix, millis(corpus.alert(ALERTS)));
        IntStream.range(0, WARM_UP).forEach(n -> millis(corpus.alert(ALERTS + n)));
        Duration processorBefore = processor();
        double[] usual = IntStream.range(0, ALERTS)
                .mapToDouble(n -> millis(corpus.alert(n)))
                .sorted()
                .toArray();
        figures.add("p50_ms" + suffix, usual[ALERTS / 2]);
        figures.add("p99_ms" + suffix, usual[ALERTS * 99 / 100]);
        figures.add(
                "cpu_ms_per_preview" + suffix,
                processor().minus(processorBefore).toNanos() / 1e6 / ALERTS);
        figures.add("common_word_ms" + suffix, median(AlertFilters.NONE));
        figures.add("common_word_in_a_place_ms" + suffix, median(in("Berlin")));
        figures.add("incomplete" + suffix, api.incomplete() - incompleteBefore);
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
