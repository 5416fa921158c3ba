package io.earlybrd.local;

import io.earlybrd.testkit.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts parts again that died, after a pause that grows, and says so. */
final class Supervisor implements AutoCloseable {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    private final Progress progress;
    private final Runnable afterRestart;
    private final Map<Supervised, Backoff> parts;
    private final Set<Supervised> busy = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService restarts;
    private final Ticker ticker;
    private volatile boolean closed;

    /**
     * Watches from now on.
     *
     * @param afterRestart told after each restart, when process ids have changed
     */
    Supervisor(List<Supervised> parts, Clock clock, Progress progress, Runnable afterRestart) {
        this.progress = progress;
        this.afterRestart = afterRestart;
        this.parts = parts.stream().collect(Collectors.toMap(part -> part, part -> new Backoff(clock)));
        // One thread each: a part that takes long to come back must not hold up another.
        this.restarts = Executors.newScheduledThreadPool(parts.size(), task -> {
            Thread thread = new Thread(task, "restart");
            thread.setDaemon(true);
            return thread;
        });
        this.ticker = Ticker.every(LOOKS_EVERY, "supervisor", this::look);
    }

    /** Nothing is started any more once this has returned, but for what starts at this moment. */
    @Override
    public void close() {
        closed = true;
        ticker.close();
        restarts.shutdownNow();
    }

    private void look() {
        parts.forEach((part, backoff) -> {
            // One that is being started is not looked at: it is not dead, and to ask it might take as long as its
            // start.
            if (!busy.contains(part) && part.dead().getAsBoolean()) {
                busy.add(part);
                schedule(part, backoff);
            }
        });
    }

    private void schedule(Supervised part, Backoff backoff) {
        Optional<Duration> pause = backoff.next();
        if (pause.isEmpty()) {
            // It stays busy, so nobody looks at it again.
            progress.note(part.name() + " died again and is given up. Why: " + part.log()
                    + ". The rest goes on; to try again, stop with deploy/local/down and start again.");
            return;
        }
        progress.note(part.name() + " died; starting it again in " + pause.get().toMillis() + " ms (" + backoff.inARow()
                + " of " + Backoff.MAX_IN_A_ROW + "). Its log: " + part.log());
        restarts.schedule(() -> restart(part), pause.get().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart(Supervised part) {
        try {
            progress.during(part.name(), part.restart());
        } catch (RuntimeException e) {
            if (!closed) {
                // If it died again, the next look finds out.
                progress.note(e.getMessage());
            }
        } finally {
            busy.remove(part);
            afterRestart.run();
        }
    }
}
