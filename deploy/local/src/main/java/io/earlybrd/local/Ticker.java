package io.earlybrd.local;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a daemon thread; a failure is logged and ends nothing. */
final class Ticker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Ticker.class.getName());

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "ticker");
        made.setDaemon(true);
        return made;
    });

    private Ticker() {}

    static Ticker every(Duration pause, Runnable task) {
        Ticker ticker = new Ticker();
        long millis = pause.toMillis();
        ticker.thread.scheduleWithFixedDelay(() -> attempt(task), millis, millis, TimeUnit.MILLISECONDS);
        return ticker;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a repeated task failed", e);
        }
    }
}
