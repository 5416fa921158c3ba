package io.earlybrd.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The result of a benchmark: the last line of its output, as key=value pairs. */
public final class Figures {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Adds a figure with three digits, or all that stand before the point. */
    public void add(String key, double value) {
        int digits = value == 0 || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        values.put(key, String.format(Locale.ROOT, "%." + digits + "f", value));
    }

    /** Adds a count. */
    public void add(String key, long value) {
        values.put(key, Long.toString(value));
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining(" "));
    }
}
