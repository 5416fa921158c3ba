package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.CompiledAlert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The alerts under each feature, and those that are under none because any job may be for them. Not safe for concurrent use. */
final class Postings {

    private final Map<String, List<CompiledAlert>> byFeature = new HashMap<>();
    private final List<CompiledAlert> everyJob = new ArrayList<>();

    void add(CompiledAlert alert, Set<String> features) {
        for (String feature : features) {
            byFeature.computeIfAbsent(feature, key -> new ArrayList<>(1)).add(alert);
        }
        if (features.isEmpty()) {
            everyJob.add(alert);
        }
    }

    void remove(CompiledAlert alert, Set<String> features) {
        for (String feature : features) {
            List<CompiledAlert> list = byFeature.get(feature);
            remove(alert, list);
            if (list.isEmpty()) {
                byFeature.remove(feature);
            }
        }
        if (features.isEmpty()) {
            remove(alert, everyJob);
        }
    }

    /** Adds every alert that a job with these features might be for. */
    void collect(Set<String> features, Collection<CompiledAlert> candidates) {
        candidates.addAll(everyJob);
        for (String feature : features) {
            candidates.addAll(byFeature.getOrDefault(feature, List.of()));
        }
    }

    /** The order of a list means nothing, so the last one fills the gap. */
    private static void remove(CompiledAlert alert, List<CompiledAlert> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == alert) {
                CompiledAlert last = list.remove(list.size() - 1);
                if (i < list.size()) {
                    list.set(i, last);
                }
                return;
            }
        }
    }
}
