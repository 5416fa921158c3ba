package io.earlybrd.local;

import io.earlybrd.testkit.Ticker;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows the start to a person: one line for each part that is ready, and on a real terminal below them one line that says
 * what is still awaited and for how long.
 */
final class Terminal implements Progress, AutoCloseable {

    private static final String CLEAR_LINE = "\r\033[K";

    /** Where there is no line to rewrite, this often a new one says that the start still goes on. */
    private static final int SECONDS_BETWEEN_LINES = 10;

    private final PrintStream out;
    private final boolean rewrites;
    private final Map<String, Long> awaited = new LinkedHashMap<>();
    private final Ticker ticker = Ticker.every(Duration.ofSeconds(1), "terminal", this::tick);
    private int ticks;

    /**
     * @param out where to show it
     * @param rewrites whether a line can be overwritten there, as on a terminal, unlike in a file
     */
    Terminal(PrintStream out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
    }

    @Override
    public synchronized void began(String part) {
        awaited.put(part, System.nanoTime());
        showAwaited();
    }

    @Override
    public synchronized void ready(String part, Duration after) {
        awaited.remove(part);
        line(String.format(Locale.ROOT, "  %-12s ready  %5.1f s", part, seconds(after)));
        showAwaited();
    }

    @Override
    public synchronized void failed(String part) {
        awaited.remove(part);
    }

    @Override
    public synchronized void note(String message) {
        line(message);
        showAwaited();
    }

    /** Shows a text of several lines, such as the last screen. */
    synchronized void show(String text) {
        line(text);
    }

    /** Nothing is awaited any more; the line that says so goes. */
    @Override
    public synchronized void close() {
        ticker.close();
        awaited.clear();
        clear();
        out.flush();
    }

    private synchronized void tick() {
        ticks++;
        if (rewrites) {
            showAwaited();
        } else if (!awaited.isEmpty() && ticks % SECONDS_BETWEEN_LINES == 0) {
            line(sentence());
        }
    }

    private void showAwaited() {
        if (rewrites && !awaited.isEmpty()) {
            out.print(CLEAR_LINE + sentence());
            out.flush();
        }
    }

    private String sentence() {
        Iterator<Long> since = awaited.values().iterator();
        String names = awaited.keySet().stream().collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "  waiting for %s  %.0f s", names, (System.nanoTime() - since.next()) / 1e9);
    }

    private void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    private void clear() {
        if (rewrites) {
            out.print(CLEAR_LINE);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
